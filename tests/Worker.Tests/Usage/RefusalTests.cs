using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.Worker.Usage;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class RefusalTests
{
    [TestMethod]
    public void A_bad_row_is_set_aside_with_line_and_reason_and_the_rest_goes_in()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = Charge.File(folder,
            new("1.5"),
            new("1,5"),
            new(""),
            new("2", Month: "03/04/2026"),
            new("3", Billed: "NULL"),
            new("4", SubAccount: "", BillingAccount: ""),
            new("5", Currency: "EUR"),
            new("6", Category: "Tax"),
            new("7", Category: "Gift"),
            new("8", Provider: "null"),
            new("2", SubAccount: "beta"));
        File.AppendAllText(file, "AWS,100,acme\n");
        File.AppendAllText(file, new Charge("0.5").Line + "\n");

        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD", RejectsFile = folder["rejects.csv"] });

        Assert.AreEqual((13L, 3L, 10L), (result.RowsRead, result.RowsStored, result.RowsRefused));
        Assert.AreSequenceEqual(
        [
            "3: BilledCost '1,5' is no number such as -12.5 or 4.8E-7",
            "4: BilledCost is empty",
            "5: ChargePeriodStart '03/04/2026' is no date such as 2026-03-01T00:00:00Z or 2026-03-01",
            "6: BillingPeriodStart is empty",
            "7: SubAccountId and BillingAccountId are both empty: the row names no customer",
            "8: BillingCurrency is EUR and the program's currency USD",
            "9: ChargeCategory Tax is no consumption",
            "10: ChargeCategory 'Gift' is none of Usage, Purchase, Tax, Credit and Adjustment",
            "11: ProviderName is empty, so that nobody can say which snapshot the row belongs to",
            "13: the row has 3 columns and the header 11",
        ],
        result.Refusals.Select(refusal => $"{refusal.Line}: {refusal.Reason}"));
        Assert.AreSequenceEqual(
        [
            "AWS/100 acme focus:AWS/Compute 2026-03 billed 2026-03: 2 of 2",
            "AWS/100 beta focus:AWS/Compute 2026-03 billed 2026-03: 2 of 1",
        ],
        crm.Usage());
        var rejects = File.ReadAllLines(folder["rejects.csv"]);
        Assert.HasCount(11, rejects);
        Assert.AreEqual("Line,Rows,Reason,Row", rejects[0]);
        Assert.AreEqual("13,1,the row has 3 columns and the header 11,\"AWS,100,acme\"", rejects[10]);
    }

    [TestMethod]
    public void A_quote_that_is_never_closed_costs_its_own_row_only()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = folder.Write("usage.csv", string.Join('\n',
            Charge.Header,
            new Charge("1").Line,
            new Charge("2").Line.Replace("Acme", "\"Acme", System.StringComparison.Ordinal),
            new Charge("4").Line,
            new Charge("8").Line) + "\n");

        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD" });

        Assert.AreEqual((4L, 3L, 1L), (result.RowsRead, result.RowsStored, result.RowsRefused));
        Assert.AreEqual(3, result.Refusals.Single().Line);
        Assert.AreEqual("13", result.ExactTotal.ToString());
    }

    [TestMethod]
    public void A_quoted_value_may_hold_line_breaks_commas_and_quotes()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var line = new Charge("1", Name: "NAME").Line.Replace("NAME", "\"Acme,\n\"\"the\"\" Ltd\"", System.StringComparison.Ordinal);
        var file = folder.Write("usage.csv", $"{Charge.Header}\r\n{line}\r\n{new Charge("x").Line}\r\n");

        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD" });

        Assert.AreEqual("Acme,\n\"the\" Ltd", crm.All("account").Single()["name"]);
        Assert.AreEqual(4, result.Refusals.Single().Line);
    }

    [TestMethod]
    public void A_sum_that_the_CRM_cannot_hold_is_set_aside_with_all_its_rows()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = Charge.File(folder, new("99999999999"), new("2"), new("3", SubAccount: "beta"));

        var result = UsageImport.Run(crm.Service, file, new() { Currency = "USD" });

        Assert.AreEqual((3L, 1L, 2L), (result.RowsRead, result.RowsStored, result.RowsRefused));
        Assert.AreEqual(
            new UsageRefusal(2, 2, "the sum of Compute for acme is 100000000001, more than the CRM can store (100 billion)", ""),
            result.Refusals.Single());
        Assert.AreSequenceEqual(["AWS/100 beta focus:AWS/Compute 2026-03 billed 2026-03: 3 of 1"], crm.Usage());
    }

    [TestMethod]
    public void The_list_of_an_earlier_import_does_not_stay_behind()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var options = new UsageImportOptions { Currency = "USD", RejectsFile = folder["rejects.csv"] };
        UsageImport.Run(crm.Service, Charge.File(folder, new Charge("x")), options);
        Assert.IsTrue(File.Exists(folder["rejects.csv"]));

        var result = UsageImport.Run(crm.Service, Charge.File(folder, new Charge("1")), options);

        Assert.IsFalse(File.Exists(folder["rejects.csv"]));
        Assert.IsNull(result.RejectsFile);
    }

    [TestMethod]
    public void The_list_is_never_written_over_the_file_itself()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = Charge.File(folder, new Charge("x"));
        var options = new UsageImportOptions { Currency = "USD", RejectsFile = file };
        Assert.ThrowsExactly<UsageFileException>(() => UsageImport.Run(crm.Service, file, options));
        Assert.IsTrue(File.Exists(file));
    }

    [TestMethod]
    [DataRow("", "The file is empty: it has not even a header line.")]
    [DataRow("a,b\n1,2\n", "This is no FOCUS file, or not all of one: it has no column ProviderName, BillingCurrency, BillingPeriodStart, " +
        "ChargePeriodStart, ChargeCategory, BilledCost, BillingAccountId. Export it again with these columns, or say what to assume " +
        "for all rows: --assume ProviderName=VALUE.")]
    [DataRow("BilledCost,billedcost\n1,2\n", "The header names the column BilledCost twice. Remove one of them and import the file again.")]
    [DataRow("PAR1 and nothing else", "This is no whole Parquet file: its end is missing or damaged. Nothing was imported; fetch the file again.")]
    public void A_file_that_is_none_is_refused_as_a_whole(string content, string message)
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = folder.Write("usage.csv", content);
        var refusal = Assert.ThrowsExactly<UsageFileException>(() => UsageImport.Run(crm.Service, file, new() { Currency = "USD" }));
        Assert.AreEqual(message, refusal.Message);
    }

    [TestMethod]
    public void A_currency_that_the_CRM_does_not_have_is_named()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = Charge.File(folder, new Charge("1", Currency: "CHF"));
        var refusal = Assert.ThrowsExactly<UsageFileException>(() => UsageImport.Run(crm.Service, file, new() { Currency = "CHF" }));
        Assert.AreEqual("The currency CHF is not set up in the CRM. Add it there and import the file again.", refusal.Message);
        Assert.IsEmpty(crm.All("account"));
    }

    [TestMethod]
    public void Headers_are_found_by_name_in_any_order_and_case_and_in_the_spelling_of_version_1_3()
    {
        using var crm = new TestCrm();
        using var folder = new TestFolder();
        var file = folder["usage.csv"];
        File.WriteAllText(file,
            "billedcost,x_Extra,chargecategory,BILLINGCURRENCY,ServiceProviderName,SubAccountId,BillingPeriodStart,ChargePeriodStart\n" +
            "1.5,ignored,USAGE,usd,Acme,acme,2026-03-01,2026-03-31T23:00:00Z\n",
            new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        UsageImport.Run(crm.Service, file, new() { Currency = "USD" });

        Assert.AreSequenceEqual(["Acme acme focus:Acme/Unnamed service 2026-03 billed 2026-03: 1.5 of 1"], crm.Usage());
    }
}
