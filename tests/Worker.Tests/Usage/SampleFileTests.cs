using System.IO;
using System.Linq;
using CrmAddon.Worker.Usage;

namespace CrmAddon.Worker.Tests.Usage;

/// <summary>The published FOCUS sample, with all its traps: NULL in words, times without a zone, sub-accounts of equal names.</summary>
[TestClass]
public sealed class SampleFileTests
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "focus", "focus_sample_1000.csv");

    [TestMethod]
    public void The_sample_goes_in_to_the_last_digit()
    {
        using var crm = new TestCrm();
        var result = UsageImport.Run(crm.Service, Sample, new() { Currency = "USD" });

        Assert.AreEqual((1000L, 1000L, 0L), (result.RowsRead, result.RowsStored, result.RowsRefused));
        Assert.AreEqual("20.52022672899", result.ExactTotal.ToString());
        Assert.AreEqual(crm.UsageTotal(), result.StoredTotal);
        Assert.AreEqual((220, 73, 4), (result.Created, result.CustomersCreated, result.Snapshots.Count));
        Assert.IsEmpty(result.Warnings);
    }

    [TestMethod]
    public void Effective_cost_of_the_sample_is_known_to_be_rounded_and_a_warning_says_so()
    {
        using var crm = new TestCrm();
        var result = UsageImport.Run(crm.Service, Sample, new() { Currency = "USD", Measure = CostMeasure.EffectiveCost });
        Assert.AreEqual(
            "610 rows have EffectiveCost 0 and a BilledCost that is not 0. Exports often carry EffectiveCost rounded or not at all; " +
            "compare it with the invoice before partners are paid on it.",
            result.Warnings.Single());
    }

    [TestMethod]
    public void A_check_prints_what_an_import_would_do_and_stores_nothing()
    {
        using var output = new StringWriter { NewLine = "\n" };
        Assert.IsTrue(UsageCheck.Run(Sample, new(), output));
        Assert.AreEqual(
            """
            1,000 rows = 1,000 to store + 0 set aside
            2024-09  AWS/1234567890123: 942 rows in 206 sums, 18.0066386184 USD
            2024-09  Microsoft//providers/Microsoft.Billing/billingAccounts/8611537: 51 rows in 9 sums, 1.97651418586 USD
            2024-09  Oracle/20209880: 6 rows in 4 sums, 0.29707392473 USD
            2024-10  Oracle/20209880: 1 rows in 1 sums, 0.24 USD

            """.ReplaceLineEndings("\n"),
            output.ToString());
    }
}
