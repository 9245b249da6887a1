using System;
using System.Linq;
using System.Threading;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Robustness;

[TestClass]
public sealed class HostileTextTests
{
    private const string Header = "language 1 program \"x\" in USD role A, B\n";

    private static readonly string[] Pieces = ["(", "\"", " and ", "not ", "%", "5", "credit \"", "is ", ", ", ".", "\u202e"];

    private const int SmallStack = 256 * 1024;

    [TestMethod]
    [DataRow("\0")]
    [DataRow("\u001B")]
    [DataRow("\u009B")]
    public void A_control_character_inside_a_name_is_refused(string control)
    {
        var result = RuleProgram.Check("language 1\nprogram \"Cloud" + control + "\" in USD\n", Vocabulary.Standard);

        Assert.IsTrue(result.Diagnostics.Any(found => found.Code == "RUL0006" && found.Severity == DiagnosticSeverity.Error));
    }

    [TestMethod]
    [DataRow("parentheses", "RUL0105")]
    [DataRow("signs", "RUL0105")]
    [DataRow("negations", "RUL0105")]
    [DataRow("percentages", "RUL0105")]
    [DataRow("conjunctions", "RUL0106")]
    [DataRow("sums", "RUL0106")]
    [DataRow("names", "RUL0106")]
    [DataRow("rules", "RUL0106")]
    [DataRow("dots", "RUL0106")]
    [DataRow("unclosed texts", "RUL0003")]
    [DataRow("quotation marks", "RUL0101")]
    [DataRow("digits", "RUL0009")]
    [DataRow("signs of other languages", "RUL0002")]
    [DataRow("signs of other languages", "RUL0010")]
    [DataRow("zero characters", "RUL0006")]
    [DataRow("half characters", "RUL0002")]
    [DataRow("direction controls", "RUL0004")]
    [DataRow("keywords", "RUL0208")]
    [DataRow("characters", "RUL0001")]
    public void A_flood_is_refused_on_a_small_stack(string flood, string code)
    {
        var text = flood switch
        {
            "parentheses" => When(Repeat("(", 10_000) + "deal.amount > 1" + Repeat(")", 10_000)),
            "signs" => When("deal.amount > " + Repeat("-", 10_000) + "1"),
            "negations" => When(Repeat("not ", 10_000) + "deal.amount > 1"),
            "percentages" => When("deal.amount > " + Repeat("5% of ", 10_000) + "deal.amount"),
            "conjunctions" => When("deal.amount > 1" + Repeat(" and deal.amount > 1", 50_000)),
            "sums" => When("deal.amount > 1" + Repeat(" + 1", 100_000)),
            "names" => Header + "credit \"c\" exception to \"n\"" + Repeat(", \"n\"", 100_000),
            "rules" => Header + Repeat("credit \"c\" for deals shares A 100%\n", 20_000),
            "dots" => When("deal" + Repeat(".a", 300_000) + " > 1"),
            "unclosed texts" => Header + Repeat("credit \"abc\n", 80_000),
            "quotation marks" => Header + Repeat("\"", 1_000_000),
            "digits" => Header + Repeat("9", 1_000_000),
            "signs of other languages" => Header + Repeat("$ x ", 250_000),
            "zero characters" => Repeat("\0", 1_000_000),
            "half characters" => Repeat("\ud800 ", 10_000),
            "direction controls" => Repeat("\u202E", 1000),
            "keywords" => Header + Repeat("role role role ", 60_000),
            _ => Repeat("x", 1_048_577),
        };

        var result = OnSmallStack(() => RuleProgram.Check(text, Vocabulary.Standard));

        Assert.IsTrue(result.Diagnostics.Any(found => found.Code == code),
            string.Join("\n", result.Diagnostics.Select(found => found.ToString())));
        Assert.IsTrue(result.Diagnostics.Count <= 101, "what is shown is bounded");
        Assert.IsTrue(result.Diagnostics.All(found => found.Render(text, "flood").Length < 2000), "what is drawn is bounded");
    }

    [TestMethod]
    public void What_is_just_allowed_is_judged_on_a_small_stack()
    {
        var conditions = new[]
        {
            Repeat("(", 30) + "deal.amount > 1" + Repeat(")", 30),
            Repeat("not (", 15) + "deal.amount > 1" + Repeat(")", 15),
            "deal.amount > 1" + Repeat(" and deal.amount > 1", 249),
            "deal.amount > 1" + Repeat(" or deal.amount > 1", 249),
            "deal.amount > 1" + Repeat(" + 1", 498),
        };
        foreach (var condition in conditions)
        {
            var lines = OnSmallStack(() => Explanation.Render(RuleProgram.Check(When(condition), Vocabulary.Standard).Program!
                .Judge(new DealCase { Key = "d", Amount = 5, BusinessDate = new DateTime(2026, 1, 1) }).Derivation));
            Assert.AreEqual("The deal d of 5 USD is judged as of 2026-01-01 by the program \"x\".", lines[0], condition[..20]);
        }
    }

    [TestMethod]
    public void Every_beginning_of_the_sample_is_answered()
    {
        for (var length = 0; length < Sample.Text.Length; length++)
        {
            var text = Sample.Text[..length];
            var result = RuleProgram.Check(text, Vocabulary.Standard);
            foreach (var found in result.Diagnostics)
                Assert.IsTrue(found.Render(text, "sample").Length > 0);
            Assert.AreEqual(result.Succeeded, result.Diagnostics.All(found => found.Severity == DiagnosticSeverity.Warning),
                text[^Math.Min(30, length)..]);
        }
    }

    [TestMethod]
    public void The_sample_with_anything_left_out_or_put_in_is_answered() =>
        Gen.Select(Gen.Int[0, Sample.Text.Length - 1], Gen.Int[0, 40],
            Gen.OneOf(Gen.String, Gen.Int[0, Pieces.Length - 1].Select(piece => Pieces[piece])))
            .Sample((start, length, put) =>
            {
                var text = Sample.Text[..start] + put + Sample.Text[Math.Min(Sample.Text.Length, start + length)..];
                var result = RuleProgram.Check(text, Vocabulary.Standard);
                return result.Diagnostics.All(found =>
                    found.Range.Offset >= 0 && found.Range.Offset + found.Range.Length <= text.Length
                        && found.Render(text, "s").Length > 0);
            });

    private static string When(string condition) => Header + "credit \"c\" for deals when " + condition + " shares A 100%";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static T OnSmallStack<T>(Func<T> run)
    {
        T result = default!;
        var thread = new Thread(() => result = run(), SmallStack);
        thread.Start();
        thread.Join();
        return result;
    }
}
