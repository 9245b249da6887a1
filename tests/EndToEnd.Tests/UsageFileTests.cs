using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.EndToEnd.Tests;

[TestClass]
public sealed class UsageFileTests
{
    private const string Heading = "BillingPeriodStart,ChargePeriodStart,ChargeCategory,ChargeClass,BilledCost,ServiceName";

    [TestMethod]
    public void A_correction_of_a_closed_month_is_paid_in_the_next_one_and_what_a_file_lacks_can_be_assumed()
    {
        using var trial = new TrialProcess();
        string deals = trial.Write("deals.csv", ["opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value"]);
        string march = trial.Write("march.csv", [Heading, "2026-03-01,2026-03-05T00:00:00Z,Usage,,1500,Compute"]);
        string april = trial.Write("april.csv", [Heading, "2026-04-01,2026-03-05T00:00:00Z,Usage,Correction,-300,Compute"]);
        string[] assumed = ["--assume", "ProviderName=Acme", "--assume", "BillingCurrency=USD", "--assume", "BillingAccountId=4711"];
        TrialOutcome lacking = trial.Run("--deals", deals, "--usage", march);
        TrialOutcome original = trial.Run(["--deals", deals, "--usage", march, .. assumed]);

        TrialOutcome corrected = trial.Run(["--deals", deals, "--usage", april, "--close", "2026-04", .. assumed]);

        Assert.AreEqual(1, lacking.ExitCode, lacking.Output);
        StringAssert.Contains(lacking.Output, "it has no column ProviderName, BillingCurrency, BillingAccountId");
        Assert.AreEqual(0, original.ExitCode, original.Output);
        StringAssert.Contains(original.Output, "2026-03 is closed: 1 entry, 75.00 USD");
        Assert.AreEqual(0, corrected.ExitCode, corrected.Output);
        StringAssert.Contains(corrected.Output, "2026-04 is closed: 1 entry, -15.00 USD");
    }
}
