using System;
using System.Linq;
using CrmAddon.Rules.Tests.Formatting;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Robustness;

[TestClass]
public sealed class HostileTextTests
{
    private const string Header = "language 1 program \"x\" in USD role A, B\n";

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
    [DataRow("values", "RUL0106")]
    [DataRow("clauses", "RUL0106")]
    [DataRow("facts", "RUL0106")]
    [DataRow("suffixes", "RUL0105")]
    [DataRow("suffixes between terms", "RUL0105")]
    [DataRow("a long name", "RUL0209")]
    [DataRow("a long word", "RUL0202")]
    [DataRow("a long reason", "RUL0110")]
    [DataRow("direction controls in a name", "RUL0004")]
    [DataRow("direction controls in a comment", "RUL0004")]
    [DataRow("half characters in a name", "RUL0002")]
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
            "values" => When("deal.motion is one of direct" + Repeat(", direct", 100_000)),
            "clauses" => Header + "credit \"c\"" + Repeat(" for deals", 90_000),
            "facts" => Header + "example \"e\" given deal" + Repeat(" and amount 5", 70_000) + " expect conflict",
            "suffixes" => When("deal.amount > 5" + Repeat(", if unknown no", 60_000)),
            "suffixes between terms" => When(Repeat("deal.amount > 5, if unknown no and ", 20_000) + "deal.amount > 5"),
            "a long name" => Header + "credit \"" + Repeat("x", 1_000_000) + "\" for deals shares A 100%",
            "a long word" => Header + "credit \"c\" for deals shares " + Repeat("x", 1_000_000) + " 100%",
            "a long reason" => Header + "credit \"c\" for deals shares A 100% because \"" + Repeat("x", 1_000_000) + "\"",
            "direction controls in a name" => Header + "credit \"" + Repeat("\u2067x", 100_000) + "\" for deals shares A 100%",
            "direction controls in a comment" => Header + "#" + Repeat("\u202ax", 100_000),
            "half characters in a name" => Header + "credit \"" + Repeat("\udc00x", 100_000) + "\" for deals shares A 100%",
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

        var result = SmallStack.Run(() => RuleProgram.Check(text, Vocabulary.Standard));

        Assert.IsTrue(result.Diagnostics.Any(found => found.Code == code),
            string.Join("\n", result.Diagnostics.Select(found => found.ToString())));
        Assert.IsTrue(result.Diagnostics.Count <= 101, "what is shown is bounded");
        Assert.IsTrue(result.Diagnostics.All(found => found.Render(text, "flood").Length < 2000), "what is drawn is bounded");
        SmallStack.Run(() => Formatted.Of(text));
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
            Repeat("(", 30) + "deal.amount > 1" + Repeat(", if unknown no)", 30),
            Repeat("deal.amount > 1, if unknown no or ", 200) + "deal.amount > 1",
            Repeat("(", 15) + "deal.amount > 1" + Repeat(", if unknown no and deal.amount > 1)", 15) + Repeat(", if unknown no", 17),
        };
        foreach (var condition in conditions)
        {
            var lines = SmallStack.Run(() => Explanation.Render(RuleProgram.Check(When(condition), Vocabulary.Standard).Program!
                .Judge(new DealCase { Key = "d", Amount = 5, BusinessDate = new DateTime(2026, 1, 1) }).Derivation));
            SmallStack.Run(() => Formatted.Of(When(condition)));
            Assert.AreEqual("The deal d of 5 USD is judged as of 2026-01-01 by the program \"x\".", lines[0], condition[..20]);
        }
    }

    private static string When(string condition) => Header + "credit \"c\" for deals when " + condition + " shares A 100%";

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
