using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class UsageRulingTests
{
    private static readonly Month March = new(2026, 3);

    [TestMethod]
    public void Usage_is_rated_at_full_precision_and_rounded_once()
    {
        var ruling = Program(
            "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every month on credited usage rate 10%")
            .Judge(Usage(March, [(March, 10.0449999999m)], Partner("m", "MSP"), Partner("n", "MSP")));

        // Half of it at 10% is 0.502249999995; half of the rounded 10.04 would be the same, half of 10.05 would not.
        CollectionAssert.AreEqual(new[] { 0.50m, 0.50m }, ruling.Earnings.Select(earning => earning.Amount).ToArray());
        CollectionAssert.AreEqual(new[] { 5.02m, 5.02m }, ruling.Credit.Shares.Select(share => share.Amount).ToArray());
    }

    [TestMethod]
    public void Rows_of_one_month_are_added_up()
    {
        var history = new UsageHistory([new(March, 1.5m), new(March, 2.25m), new(March.AddMonths(-2), 7m)]);

        Assert.AreEqual((3.75m, 0m, 7m, March.AddMonths(-2)),
            (history[March], history[March.AddMonths(-1)], history[March.AddMonths(-2)], history.First));
    }

    [TestMethod]
    public void A_program_says_how_far_back_it_reads()
    {
        const string Credit = "credit \"All\" for usage shares MSP 100% ";

        Assert.AreEqual(0, Program(Credit).LookbackMonths);
        Assert.AreEqual(5,
            Program(Credit
            + "commission \"F\" for MSP every month on usage rate 1% accelerate by 2 when usage growth over 3 months > 1%, if unknown no").LookbackMonths);
        Assert.AreEqual(2,
            Program(Credit
            + "commission \"F\" for MSP every month on usage rate 1% when average usage over 3 months > 1, if unknown no")
            .LookbackMonths);
        Assert.AreEqual(3,
            Program(Credit + "churn when usage < 5% of average usage over 3 months, for 2 months running, if unknown no").LookbackMonths);
        Assert.AreEqual(5, Sample.Program.LookbackMonths);
    }

    [TestMethod]
    public void Churn_is_told_even_where_no_rule_asks()
    {
        var program = Program("credit \"All\" for usage shares MSP 100% churn when usage < 10");

        Assert.IsFalse(program.Judge(Usage(March, [(March, 9m)])).CustomerIsActive);
        Assert.IsTrue(program.Judge(Usage(March, [(March, 10m)])).CustomerIsActive);
    }

    [TestMethod]
    public void A_customer_without_any_usage_is_judged()
    {
        var ruling = Sample.Program.Judge(Usage(new Month(1, 1), [], Partner("m", "MSP")));

        Assert.AreEqual((CreditOutcome.Credited, 0m, true),
            (ruling.Credit.Outcome, ruling.Credit.Shares.Single().Amount, ruling.CustomerIsActive));
        Assert.AreEqual(0, ruling.Earnings.Count, "the commission of the sample began later");
    }

    [TestMethod]
    public void Accrual_stops_in_the_month_of_churn_and_resumes_on_return()
    {
        var program = Program(
            "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every month on credited usage while customer is active rate 10% churn when usage < 10");
        var usage = new[] { (March, 100m), (March.AddMonths(1), 5m), (March.AddMonths(2), 200m) };

        var earned = Enumerable.Range(0, 3).Select(later =>
            program.Judge(Usage(March.AddMonths(later), usage, Partner("m", "MSP"))).Earnings.Sum(earning => earning.Amount));

        CollectionAssert.AreEqual(new[] { 10m, 0m, 20m }, earned.ToArray());
    }
}
