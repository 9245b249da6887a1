using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using CrmAddon.Rules.Tests.Language;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>Rulings that earlier releases stored are the contract: their kinds, their values, their sentences.</summary>
[TestClass]
public sealed class ReplayTests
{
    private static readonly JsonSerializerOptions AnyCase = new(JsonSerializerDefaults.Web);

    private static IEnumerable<ReleasedRuling> Released => Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Explaining", "Released"))
        .SelectMany(file => JsonSerializer.Deserialize<ReleasedRuling[]>(File.ReadAllText(file), AnyCase)!);

    [TestMethod]
    public void What_an_earlier_release_stored_is_told_in_the_same_sentences()
    {
        foreach (var ruling in Released)
            CollectionAssert.AreEqual(ruling.Sentences.ToArray(), Explanation.Render(ruling.Derivation).ToArray(), ruling.Title);
        Assert.IsTrue(Released.Any());
    }

    [TestMethod]
    public void A_ruling_of_an_earlier_release_comes_out_the_same_when_it_is_judged_again()
    {
        foreach (var ruling in Released.Where(ruling => ruling.Program.Length > 0))
        {
            var program = RuleProgram.Check(ruling.Program, Vocabulary.Standard).Program!;
            Assert.AreEqual("", Replay.FirstDifference(ruling.Derivation, GivenCase.Rulings(program, ruling.Given)[0])?.ToString() ?? "", ruling.Title);
        }
    }

    [TestMethod]
    public void What_an_earlier_release_stored_is_told_in_every_language_without_a_gap()
    {
        foreach (var line in Released.SelectMany(ruling => Explanation.Render(ruling.Derivation, Rules.Language.German)))
            Assert.IsFalse(line.Contains('?', StringComparison.Ordinal), line);
    }

    [TestMethod]
    public void A_changed_value_is_found_at_its_step()
    {
        var now = Judged("rate 10%");
        var stored = Judged("rate 10.5%");

        var difference = Replay.FirstDifference(stored, now)!;

        Assert.AreEqual("amount", difference.Value);
        Assert.AreEqual(
            "the value 'amount' was '10.5' and is '10': stored \"The commission \"Fee\" earns a as MSP 10.50 USD.\", now \"The commission \"Fee\" earns a as MSP 10 USD.\" "
                + "(under: customer used 100 USD in 2026-03, judged by the program \"Case\".)",
            difference.ToString());
    }

    [TestMethod]
    public void A_step_that_is_missing_or_another_is_found()
    {
        var now = Judged("rate 10%");
        var fewer = new Finding(now.Kind, now.Values, [.. now.Children.Take(2)]);

        Assert.AreEqual(
            "stored nothing, now \"So the credit is:\" (under: customer used 100 USD in 2026-03, judged by the program \"Case\".)",
            Replay.FirstDifference(fewer, now)!.ToString());
        Assert.AreEqual(
            "stored \"So the credit is:\", now nothing (under: customer used 100 USD in 2026-03, judged by the program \"Case\".)",
            Replay.FirstDifference(now, fewer)!.ToString());
        Assert.AreEqual(
            "stored \"another\", now \"customer used 100 USD in 2026-03, judged by the program \"Case\".\"",
            Replay.FirstDifference(new Finding("another", null, null), now)!.ToString());
        Assert.IsNull(Replay.FirstDifference(now, now));
    }

    [TestMethod]
    public void A_stored_derivation_of_any_depth_is_compared_and_told()
    {
        var deep = Enumerable.Range(0, 100_000).Aggregate(new Finding("credit", null, null), (inner, _) => new Finding("credit", null, [inner]));

        Assert.AreEqual("stored \"So the credit is:\", now \"So the credit is:\" (under: So the credit is:)", Replay.FirstDifference(deep, deep)!.ToString());
        Assert.AreEqual(21, Explanation.Render(deep).Count);
    }

    private static Finding Judged(string rate)
    {
        // The version of the rules stands in the first step; here the difference below it is looked for.
        var program = Rulings.Cases.Program("credit \"Split\" for usage shares MSP 100%\ncommission \"Fee\" for MSP every month on usage " + rate);
        var month = new Month(2026, 3);
        var derivation = program.Judge(Rulings.Cases.Usage(month, [(month, 100)], Rulings.Cases.Partner("a", "MSP"))).Derivation;
        return new Finding(
            derivation.Kind, derivation.Values.Where(value => value.Key != "version").ToDictionary(value => value.Key, value => value.Value),
            derivation.Children);
    }

    private sealed record ReleasedRuling(string Title, string Program, string Given, Finding Derivation, IReadOnlyList<string> Sentences);
}
