using System;
using System.Linq;
using CrmAddon.Worker.Usage;
using CsCheck;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class SnapshotTests
{
    private static readonly UsageImportOptions Options = new() { Currency = "USD" };

    [TestMethod]
    public void The_same_file_again_writes_nothing()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = Charge.File(folder, new("1.25"), new("2.5", SubAccount: "beta"), new("3", Month: "2026-02-01"), new("4", Provider: "Oracle"));
        var first = UsageImport.Run(crm.Service, file, Options);
        var rows = crm.All("cov_usage").ToDictionary(row => row.Id, row => row["modifiedon"]);

        var second = UsageImport.Run(crm.Service, file, Options);

        Assert.AreEqual((4, 0, 0, 0), (first.Created, first.Updated, first.Deleted, first.Unchanged));
        Assert.AreEqual((0, 0, 0, 4), (second.Created, second.Updated, second.Deleted, second.Unchanged));
        Assert.AreEqual(4, second.RowsStored);
        Assert.AreEqual(first.ExactTotal, second.ExactTotal);
        foreach (var row in crm.All("cov_usage"))
            Assert.AreEqual(rows[row.Id], row["modifiedon"]);
    }

    [TestMethod]
    public void A_snapshot_replaces_only_its_own_source_and_billing_month()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        UsageImport.Run(crm.Service, Charge.File(folder,
            new("1"),
            new("2", SubAccount: "beta"),
            new("3", Billed: "2026-02-01", Month: "2026-02-01"),
            new("4", BillingAccount: "200")), Options);

        var result = UsageImport.Run(crm.Service, Charge.File(folder, new("10"), new("5", SubAccount: "gamma")), Options);

        Assert.AreEqual((1, 1, 1, 0), (result.Created, result.Updated, result.Deleted, result.Unchanged));
        Assert.AreSequenceEqual(
        [
            "AWS/100 acme focus:AWS/Compute 2026-02 billed 2026-02: 3 of 1",
            "AWS/100 acme focus:AWS/Compute 2026-03 billed 2026-03: 10 of 1",
            "AWS/100 gamma focus:AWS/Compute 2026-03 billed 2026-03: 5 of 1",
            "AWS/200 acme focus:AWS/Compute 2026-03 billed 2026-03: 4 of 1",
        ],
        crm.Usage());
    }

    [TestMethod]
    public void A_snapshot_without_one_good_row_leaves_what_is_stored()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        UsageImport.Run(crm.Service, Charge.File(folder, new Charge("7")), Options);

        var result = UsageImport.Run(crm.Service, Charge.File(folder, new Charge("oops")), Options);

        Assert.AreSequenceEqual(["AWS/100 acme focus:AWS/Compute 2026-03 billed 2026-03: 7 of 1"], crm.Usage());
        Assert.AreEqual((1L, 0L, 1L), (result.RowsRead, result.RowsStored, result.RowsRefused));
        Assert.AreSequenceEqual(
            ["No row of AWS/100 for 2026-03 could be accepted. What is stored of it, if anything, stays as it is."], result.Warnings);
    }

    [TestMethod]
    public void A_file_cut_short_does_not_replace_what_is_stored_but_may_bring_what_is_new()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        UsageImport.Run(crm.Service, Charge.File(folder, new("7"), new("8", SubAccount: "beta")), Options);

        var april = new Charge("5", Billed: "2026-04-01", Month: "2026-04-01");
        var cut = folder.Write("cut.csv", $"{Charge.Header}\n{april.Line}\n{new Charge("7").Line}\nAWS,100,be");
        var result = UsageImport.Run(crm.Service, cut, Options);

        Assert.AreSequenceEqual(
        [
            "AWS/100 acme focus:AWS/Compute 2026-03 billed 2026-03: 7 of 1",
            "AWS/100 acme focus:AWS/Compute 2026-04 billed 2026-04: 5 of 1",
            "AWS/100 beta focus:AWS/Compute 2026-03 billed 2026-03: 8 of 1",
        ],
        crm.Usage());
        Assert.AreEqual((3L, 1L, 2L), (result.RowsRead, result.RowsStored, result.RowsRefused));
        Assert.AreSequenceEqual(
        [
            "the row has 3 columns and the header 11",
            "the file ends in the middle of a row and may have been cut short: what is stored of AWS/100 for 2026-03 stays as it is. " +
            "Import the whole file",
        ],
        result.Refusals.Select(refusal => refusal.Reason));
    }

    [TestMethod]
    public void An_account_is_one_customer_however_its_letters_are_cased()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var result = UsageImport.Run(crm.Service, Charge.File(folder,
            new("1", SubAccount: "SUB-a", Provider: "Azure"),
            new("2", SubAccount: "sub-A", Provider: "AZURE", Service: "compute"),
            new("4", SubAccount: "sub-a", Provider: "azure", Service: "Disks")), Options);

        Assert.AreSequenceEqual(
        [
            "AZURE/100 SUB-a focus:AZURE/Compute 2026-03 billed 2026-03: 3 of 2",
            "AZURE/100 SUB-a focus:AZURE/Disks 2026-03 billed 2026-03: 4 of 1",
        ],
        crm.Usage());
        Assert.AreEqual((1, 2), (result.CustomersCreated, result.ProductsCreated));
    }

    [TestMethod]
    public void A_customer_that_the_CRM_knows_keeps_its_name()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var known = crm.Service.Create(new("account") { ["name"] = "Acme Corporation", ["cov_cloudaccount"] = "acme" });

        var result = UsageImport.Run(crm.Service, Charge.File(folder, new("1"), new("2", SubAccount: "beta", Name: "Beta SA")), Options);

        Assert.AreEqual(1, result.CustomersCreated);
        Assert.AreSequenceEqual(
            ["Acme Corporation", "Beta SA"], crm.All("account").Select(row => row.GetAttributeValue<string>("name")).Order(StringComparer.Ordinal));
        Assert.AreEqual("Acme Corporation", crm.Service.Retrieve("account", known, new("name")).GetAttributeValue<string>("name"));
    }

    [TestMethod]
    public void Without_a_sub_account_the_billing_account_is_the_customer()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        UsageImport.Run(crm.Service, Charge.File(folder, new Charge("1", SubAccount: "(null)")), Options);
        Assert.AreSequenceEqual(["AWS/100 100 focus:AWS/Compute 2026-03 billed 2026-03: 1 of 1"], crm.Usage());
    }

    [TestMethod]
    public void The_parts_add_up_to_the_whole_and_the_order_of_rows_changes_nothing()
    {
        var charges = Gen.Select(
            Gen.OneOf("acme", "beta", "Beta", "gamma"),
            Gen.OneOf("Compute", "Storage"),
            Gen.OneOf("2026-02-10", "2026-03-10"),
            Gen.OneOf("2026-03-01", "2026-04-01"),
            Gen.Decimal[-1000, 1000],
            (account, service, month, billed, cost) => new Charge(
                cost.ToString(System.Globalization.CultureInfo.InvariantCulture), account, service, month, billed)).Array[1, 40];
        Gen.Select(charges, Gen.Int).Sample(
            (rows, seed) =>
            {
                var shuffled = rows.ToArray();
                new Random(seed).Shuffle(shuffled);
                using var crm = new TestCrm();
                using var folder = new TestFolder();
                var result = UsageImport.Run(crm.Service, Charge.File(folder, rows), Options);
                var stored = crm.Usage();
                var again = UsageImport.Run(crm.Service, Charge.File(folder, shuffled), Options);

                var exact = rows.Aggregate(
                    ExactAmount.Zero,
                    (sum, row) => sum + ExactAmount.Of(decimal.Parse(row.Cost, System.Globalization.CultureInfo.InvariantCulture)));
                var storedTotal = crm.UsageTotal();
                Assert.AreEqual(exact, result.ExactTotal);
                Assert.AreEqual(storedTotal, result.StoredTotal);
                Assert.AreEqual(ExactAmount.Of(storedTotal) - exact, result.RoundingDifference);
                Assert.AreSequenceEqual(stored, crm.Usage());
                Assert.AreEqual(0, again.Created + again.Updated + again.Deleted);
                Assert.AreSequenceEqual(
                    result.Snapshots.Select(snapshot => snapshot.Id), again.Snapshots.Select(snapshot => snapshot.Id));
            },
            iter: 25);
    }
}
