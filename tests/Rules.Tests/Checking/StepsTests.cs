using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Checking;

[TestClass]
public sealed class StepsTests
{
    private const string Header = "language 1 program \"x\" in USD role A, B\n";

    [TestMethod]
    public void The_steps_of_a_case_are_known_before_it_is_judged()
    {
        // The rule, its two roles, and a comparison of a field with an amount; and whether the customer is active.
        var credit = Header + "credit \"c\" for deals when deal.amount > 5 shares A 50% B 50%\n";
        Assert.AreEqual(7, Check(credit).Program!.Steps);

        // For one role: eight of every result, and a comparison of a figure over two windows of three months with a rate.
        var commission = "commission \"f\" for A every month on credited usage when usage growth over 3 months > 5%, if unknown no rate 5%\n";
        Assert.AreEqual(7 + 8 + 1 + 1 + 6 + 1, Check(credit + commission).Program!.Steps);
    }

    [TestMethod]
    public void What_repeats_a_condition_counts_it_as_often()
    {
        const string Once = "commission \"f\" for A every month on credited usage when usage > 5 rate 5%\n";
        const string Running = "commission \"f\" for A every month on credited usage when usage > 5, for 12 months running rate 5%\n";

        Assert.AreEqual(Check(Header + Once).Program!.Steps + (11 * 3) + 12, Check(Header + Running).Program!.Steps);
    }

    [TestMethod]
    public void A_program_that_could_take_too_long_on_one_case_is_refused_at_the_rule_that_takes_most()
    {
        var heavy = string.Join(" and ", Enumerable.Repeat("usage growth over 60 months > 5%", 100)) + ", if unknown no, for 60 months running";
        var text = Header + string.Concat(Enumerable.Range(0, 12).Select(i =>
            $"commission \"f{i}\" for A every month on credited usage when {heavy} rate {i + 1}%\n"));

        var found = Check(text).Diagnostics.Single(one => one.Code == "RUL0603");

        Assert.AreEqual(DiagnosticSeverity.Error, found.Severity);
        Assert.AreEqual("\"f0\"", text.Substring(found.Range.Offset, found.Range.Length));
    }

    [TestMethod]
    public void Months_running_within_months_running_are_counted_however_many_they_are()
    {
        var text = Header + "commission \"f\" for A every month on credited usage when usage > 5"
            + string.Concat(Enumerable.Repeat(", for 60 months running", 30)) + " rate 5%\n";

        Assert.Contains("RUL0603", Check(text).Diagnostics.Select(found => found.Code).ToArray());
    }

    private static CheckResult Check(string text) => RuleProgram.Check(text, Vocabulary.Standard);
}
