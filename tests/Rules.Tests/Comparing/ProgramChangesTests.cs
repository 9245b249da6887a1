using System;
using System.Linq;
using CrmAddon.Rules.Tests.Generated;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Comparing;

[TestClass]
public sealed class ProgramChangesTests
{
    private const string Start = """
        language 1
        program "Small" in USD
        role MSP, ISV
        credit "Shares"
          for deals and usage
          shares MSP 60% ISV 40%
        commission "Fee"
          for MSP
          once when the deal is won, on amount
          when deal.motion is resale and deal.amount > 1,000
          rate 5%
        """;

    [TestMethod]
    [DataRow("rate 5%", "rate 6%", "commission \"Fee\" Changed: rate 5% -> 6%; given won deal on 2026-01-01 with amount 10,000 and motion resale and Nimbus as MSP: commission Nimbus 300 -> 360")]
    [DataRow("MSP 60% ISV 40%", "MSP 70%\n keep 30%", "credit \"Shares\" Changed: share of ISV 40% -> , share of MSP 60% -> 70%, share of the house  -> 30%")]
    [DataRow("deal.amount > 1,000", "deal.amount > 2,000", "commission \"Fee\" Changed: when deal.motion is resale and deal.amount > 1,000 -> deal.motion is resale and deal.amount > 2,000; given won deal on 2026-01-01 with amount 2,000 and motion resale and Nimbus as MSP: commission Nimbus 60 -> 0")]
    [DataRow("rate 5%", "rate 5%\n effective from 2026-05-01", "commission \"Fee\" Changed: in effect always -> from 2026-05-01")]
    [DataRow("commission \"Fee\"", "commission \"Bonus\"", "commission \"Fee\" is commission \"Bonus\"")]
    [DataRow("role MSP, ISV", "role MSP, ISV, SI", "role SI Added")]
    [DataRow("in USD", "in USD rounding to the cent, half up", "program Changed: rounding to 2 decimals, half even -> to 2 decimals, half up")]
    [DataRow("rate 5%", "rate 5% churn when customer.status is cancelled", "churn Added: when  -> customer.status is cancelled")]
    public void A_change_is_told_in_the_terms_of_its_rule(string written, string changed, string told)
    {
        var changes = ProgramChanges.Between(Check(Start), Check(Start.Replace(written, changed, StringComparison.Ordinal)));

        StringAssert.StartsWith(string.Join("\n", changes.Select(Told)), told);
        Assert.HasCount(1, changes);
    }

    [TestMethod]
    [DataRow("deal.motion is resale and deal.amount > 1,000", "deal.amount > 1000 and deal.motion is one of resale")]
    [DataRow("deal.motion is resale and deal.amount > 1,000", "not (deal.motion is not resale or deal.amount <= 1,000)")]
    [DataRow("rate 5%", "# a comment\nrate 5.0%")]
    [DataRow("deal.motion is resale", "deal.motion # how it is sold\n is resale")]
    [DataRow("shares MSP 60% ISV 40%", "shares ISV 40% MSP 60%\n empty role: left with the house")]
    public void What_is_only_written_differently_is_no_change(string written, string changed) =>
        Assert.IsEmpty(ProgramChanges.Between(Check(Start), Check(Start.Replace(written, changed, StringComparison.Ordinal))));

    [TestMethod]
    public void Neither_layout_nor_order_changes_what_any_program_means() => Gen.Select(GeneratedProgram.Publishable, Choices.Up(400)).Sample(
        (program, choices) => Assert.AreEqual("", string.Join("\n", ProgramChanges.Between(
            program.Checked, Check(RandomLayout.Of(program.Program.InOrder(choices).Text, choices, comments: true))).Select(Told))),
        iter: 60, print: pair => pair.Item1.Program.Text);

    [TestMethod]
    public void A_case_that_is_shown_is_judged_differently() => Gen.Select(GeneratedProgram.Publishable, GeneratedProgram.Publishable).Sample(
        (one, other) => ProgramChanges.Between(one.Checked, other.Checked).All(change => change.Shown is null || change.Shown.Money.Count > 0),
        iter: 20, print: pair => pair.Item1.Program.Text + pair.Item2.Program.Text);

    private static string Told(ProgramChange change)
    {
        if (change.Kind == ProgramChangeKind.Renamed)
            return $"{change.Subject} is {change.NewSubject}";
        var terms = string.Join(", ", change.Terms.Select(Told));
        return $"{change.Subject} {change.Kind}" + (terms.Length > 0 ? ": " + terms : "")
            + (change.Shown is { } shown ? $"; {shown.Given}: {string.Join(", ", shown.Money.Select(Told))}" : "");
    }

    private static string Told(TermChange term) => $"{term.Term} {term.Before} -> {term.After}";

    private static RuleProgram Check(string text)
    {
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        return result.Program ?? throw new AssertFailedException(Sample.Rendered(result, text));
    }
}
