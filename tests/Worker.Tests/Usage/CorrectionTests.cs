using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Worker.Usage;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class CorrectionTests
{
    private const string Row = "Acme/100 100 focus:Acme/Unnamed service";

    private static readonly UsageImportOptions Options = new()
    {
        Currency = "USD",
        Assumed = new Dictionary<FocusColumn, string>
        {
            [FocusColumn.ProviderName] = "Acme",
            [FocusColumn.BillingAccountId] = "100",
            [FocusColumn.BillingCurrency] = "USD",
        },
    };

    [TestMethod]
    public void An_open_period_that_is_sent_again_replaces_what_was_stored()
    {
        using var crm = new TestCrm();
        Import(crm, "open-billing-period-previous__scenario_1_original");
        Assert.AreSequenceEqual([$"{Row} 2025-06 billed 2025-06: 1500 of 1"], crm.Usage());

        var result = Import(crm, "open-billing-period-previous__scenario_1_replacement");

        Assert.AreSequenceEqual([$"{Row} 2025-06 billed 2025-06: 1500 of 2"], crm.Usage());
        Assert.AreEqual((0, 1, 0), (result.Created, result.Updated, result.Deleted));
    }

    [TestMethod]
    public void A_delta_counts_with_its_negation_and_its_new_rows()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var original = File.ReadAllLines(PathOf("open-billing-period-previous__scenario_1_original"));
        var delta = File.ReadAllLines(PathOf("open-billing-period-previous__scenario_1_delta"));

        // A provider that corrects by delta sends the period with the original rows and the correction's.
        var result = UsageImport.Run(crm.Service, folder.Write("both.csv", string.Join('\n', [.. original, .. delta.Skip(1)])), Options);

        Assert.AreSequenceEqual([$"{Row} 2025-06 billed 2025-06: 1500 of 4"], crm.Usage());
        Assert.AreEqual("1500", result.ExactTotal.ToString());
    }

    [TestMethod]
    public void A_correction_after_the_invoice_is_stored_for_the_old_month_in_the_later_billing_period()
    {
        using var crm = new TestCrm();
        Import(crm, "closed-billing-period__scenario_1_original");
        Import(crm, "closed-billing-period__scenario_2_late_arriving_usage_ledger");

        Assert.AreSequenceEqual(
        [
            $"{Row} 2025-05 billed 2025-05: 1500 of 1",
            $"{Row} 2025-05 billed 2025-06: 1500 of 1",
        ],
        crm.Usage());
    }

    [TestMethod]
    public void A_ledger_correction_that_only_moves_cost_sums_to_nothing_and_leaves_the_invoiced_row_alone()
    {
        using var crm = new TestCrm();
        Import(crm, "closed-billing-period__scenario_1_original");
        var result = Import(crm, "closed-billing-period__scenario_1_ledger");

        Assert.AreSequenceEqual(
        [
            $"{Row} 2025-05 billed 2025-05: 1500 of 1",
            $"{Row} 2025-05 billed 2025-06: 0 of 3",
        ],
        crm.Usage());
        Assert.AreEqual((1, 0, 0), (result.Created, result.Updated, result.Deleted));
    }

    [TestMethod]
    public void A_correction_of_cost_only_is_an_adjustment_and_counts_to_the_tenth_of_a_cent()
    {
        using var crm = new TestCrm();
        var result = Import(crm, "closed-billing-period__scenario_3_itemized_cost_only_ledger");
        Assert.AreSequenceEqual([$"{Row} 2025-05 billed 2025-06: 0.002 of 2"], crm.Usage());
        Assert.AreEqual("0.002", result.ExactTotal.ToString());
    }

    private static UsageImportResult Import(TestCrm crm, string name) => UsageImport.Run(crm.Service, PathOf(name), Options);

    private static string PathOf(string name) => Path.Combine(System.AppContext.BaseDirectory, "Focus", "corrections", name + ".csv");
}
