using System.IO;
using System.Threading.Tasks;
using CrmAddon.Worker.Commands;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class UsageCommandTests
{
    private const string Bare = "BilledCost,BillingPeriodStart,ChargePeriodStart,ChargeCategory\n2.5,2026-03-01,2026-03-01,Usage\n";

    [TestMethod]
    public async Task A_check_of_a_good_file_ends_well()
    {
        using var folder = new TestFolder();
        var (code, output, _) = await Run("check", Charge.File(folder, new("1"), new("2.25", SubAccount: "beta")));
        Assert.AreEqual((0, "2 rows = 2 to store + 0 set aside\n2026-03  AWS/100: 2 rows in 2 sums, 3.25 USD\n"), (code, output));
    }

    [TestMethod]
    public async Task A_check_that_sets_rows_aside_ends_with_1_and_lists_them()
    {
        using var folder = new TestFolder();
        var (code, output, _) = await Run(
            "check", Charge.File(folder, new("1"), new("x"), new("2", Currency: "EUR")), "--rejects", folder["rejects.csv"]);
        Assert.AreEqual(
            (1, "3 rows = 1 to store + 2 set aside\n2026-03  AWS/100: 1 rows in 1 sums, 1 USD\n" +
            "line 3: BilledCost 'x' is no number such as -12.5 or 4.8E-7\nline 4: BillingCurrency is EUR and the program's currency USD\n"),
            (code, output));
        Assert.HasCount(3, File.ReadAllLines(folder["rejects.csv"]));
    }

    [TestMethod]
    public async Task Columns_that_a_file_lacks_can_be_assumed()
    {
        using var folder = new TestFolder();
        var file = folder.Write("bare.csv", Bare);
        var (code, _, error) = await Run("check", file);
        Assert.AreEqual(2, code);
        Assert.StartsWith("bare.csv: This is no FOCUS file, or not all of one: it has no column ProviderName, BillingCurrency", error);

        var (codeWith, output, _) = await Run("check", file,
            "--assume", "ProviderName=Acme", "--assume", "billingaccountid=7", "--assume", "BillingCurrency=EUR");
        Assert.AreEqual((0, "1 rows = 1 to store + 0 set aside\n2026-03  Acme/7: 1 rows in 1 sums, 2.5 EUR\n"), (codeWith, output));
    }

    [TestMethod]
    public async Task An_assumption_about_no_column_is_an_error()
    {
        using var folder = new TestFolder();
        var (code, _, error) = await Run("check", folder.Write("bare.csv", Bare), "--assume", "Colour=red");
        Assert.AreEqual(1, code);
        Assert.Contains("'Colour=red' is not COLUMN=VALUE with one of the columns ProviderName, BillingAccountId", error);
    }

    private static async Task<(int Code, string Output, string Error)> Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await UsageCommand.Create().Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }
}
