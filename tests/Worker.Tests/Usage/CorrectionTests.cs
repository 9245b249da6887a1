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

    private static readonly UsageImportOptions Delta = new() { Currency = Options.Currency, Assumed = Options.Assumed, IsDelta = true };

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
    public void Corrections_in_a_file_of_their_own_are_added_once_until_the_whole_period_comes_again()
    {
        using var crm = new TestCrm();
        Import(crm, "open-billing-period-previous__scenario_1_original");
        var stored = crm.Usage();

        var first = UsageImport.Run(crm.Service, PathOf("open-billing-period-previous__scenario_1_delta"), Delta);
        var again = UsageImport.Run(crm.Service, PathOf("open-billing-period-previous__scenario_1_delta"), Delta);

        Assert.AreEqual((1, 0, 0), (first.Created, first.Updated, first.Deleted));
        Assert.AreEqual((0, 0, 0, 1), (again.Created, again.Updated, again.Deleted, again.Unchanged));
        Assert.HasCount(2, crm.Usage());
        Assert.Contains(stored.Single(), crm.Usage());

        Import(crm, "open-billing-period-previous__scenario_1_replacement");
        Assert.AreSequenceEqual([$"{Row} 2025-06 billed 2025-06: 1500 of 2"], crm.Usage());
    }

    [TestMethod]
    public void Corrections_taken_for_a_whole_period_are_warned_of()
    {
        using var crm = new TestCrm();
        Import(crm, "open-billing-period-previous__scenario_1_original");

        var result = Import(crm, "open-billing-period-previous__scenario_1_delta");

        Assert.AreSequenceEqual(
            ["What is stored of Acme/100 for 2025-06 fell from 1500 to 0: a file is taken as the whole of its billing periods. If it holds " +
                "corrections only, import the period's whole file again, and then this one as a delta."],
            result.Warnings);
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
