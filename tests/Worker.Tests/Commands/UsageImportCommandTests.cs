using System;
using System.IO;
using System.Threading.Tasks;
using CrmAddon.Worker.Commands;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Tests.Usage;

namespace CrmAddon.Worker.Tests.Commands;

[TestClass]
[DoNotParallelize] // environment variables are everybody's
public sealed class UsageImportCommandTests
{
    [TestMethod]
    public async Task Files_are_imported_over_the_wire_and_again_without_a_change()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        var march = Charge.File(folder, new("1"), new("2.25", SubAccount: "beta"));
        var (code, output, error) = await Run("import", march, "--currency", "USD", "--url", served.Address);
        Assert.AreEqual((0, ""), (code, error));
        Assert.AreEqual(
            $"{Path.GetFileName(march)}:\n2 rows read = 2 stored + 0 set aside\n1 billing periods, 3.25 USD exactly, 3.25 stored\n" +
            "usage rows: 2 created, 0 updated, 0 removed, 0 unchanged; 2 new customers, 1 new products\n", output);
        Assert.AreEqual(3.25m, served.Crm.UsageTotal());

        (code, output, _) = await Run("import", march, "--currency", "USD", "--url", served.Address);
        Assert.AreEqual(0, code);
        Assert.Contains("0 created, 0 updated, 0 removed, 2 unchanged; 0 new customers, 0 new products", output);
    }

    [TestMethod]
    public async Task Currency_and_measure_are_those_of_the_environment_unless_the_command_line_names_others()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        var march = Charge.File(folder, [new("1")]);
        var (code, _, error) = await Run("import", march, "--url", served.Address);
        Assert.AreEqual((2, "The currency is not named: give --currency, or set the environment variable cov_UsageCurrency in the CRM.\n"), (code, error));

        served.Crm.Set("cov_UsageCurrency", "USD");
        served.Crm.Set("cov_UsageMeasure", "ListCost");
        (code, _, error) = await Run("import", march, "--url", served.Address);
        Assert.AreEqual(2, code);
        Assert.Contains("ListCost", error);
        Assert.AreEqual(0, (await Run("import", march, "--url", served.Address, "--measure", "BilledCost")).Code);
        Assert.AreEqual(1m, served.Crm.UsageTotal());
    }

    [TestMethod]
    public async Task The_published_sample_comes_out_as_in_process()
    {
        await using var served = await ServedCrm.StartAsync();
        using var inProcess = new TestCrm();
        var file = Path.Combine(Repository.Root, "samples", "focus", "focus_sample_1000.csv");
        var (code, output, error) = await Run("import", file, "--currency", "USD", "--assume", "BillingAccountId=none", "--url", served.Address);
        Worker.Usage.UsageImport.Run(inProcess.Service, file, new() { Currency = "USD", Assumed = new System.Collections.Generic.Dictionary<Worker.Usage.Focus.FocusColumn, string> { [Worker.Usage.Focus.FocusColumn.BillingAccountId] = "none" } });
        Assert.AreEqual("", error);
        Assert.IsLessThan(2, code, output);
        CollectionAssert.AreEqual(inProcess.Usage(), served.Crm.Usage());
        Assert.AreNotEqual(0m, served.Crm.UsageTotal());
    }

    [TestMethod]
    public async Task Rows_that_are_set_aside_end_with_1()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        var (code, output, _) = await Run(
            "import", Charge.File(folder, new("1"), new("x")), "--currency", "USD", "--url", served.Address, "--rejects", folder["aside.csv"]);
        Assert.AreEqual(1, code);
        Assert.Contains("2 rows read = 1 stored + 1 set aside", output);
        Assert.Contains("line 3: BilledCost 'x' is no number", output);
        Assert.IsTrue(File.Exists(folder["aside.csv"]));
    }

    [TestMethod]
    public async Task A_file_that_is_none_keeps_no_other_from_being_imported()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        var (code, output, error) = await Run(
            "import", folder.Write("letter.csv", "Dear,Sir\n1,2\n"), Charge.File(folder, new Charge("1")), "--currency", "USD", "--url", served.Address);
        Assert.AreEqual(2, code);
        Assert.StartsWith("letter.csv: This is no FOCUS file", error);
        Assert.Contains("1 rows read = 1 stored + 0 set aside", output);
        Assert.AreEqual(1m, served.Crm.UsageTotal());
    }

    [TestMethod]
    public async Task A_connection_string_may_stand_in_the_environment()
    {
        using var folder = new TestFolder();
        var file = Charge.File(folder, new Charge("1"));
        await WithVariables(null, null, async () =>
        {
            var (code, _, error) = await Run("import", file, "--currency", "USD");
            Assert.AreEqual((2, "No environment is named: give --url or --connection, or set DATAVERSE_CONNECTION or DATAVERSE_URL.\n"), (code, error));
        });
        await WithVariables("AuthType=ClientSecret;Url=https://contoso.crm.dynamics.com;ClientId=1", null, async () =>
        {
            var (code, _, error) = await Run("import", file, "--currency", "USD");
            Assert.AreEqual(2, code);
            Assert.Contains("no ClientSecret", error);
        });
        await WithVariables(null, "contoso", async () =>
        {
            var (code, _, error) = await Run("import", file, "--currency", "USD");
            Assert.AreEqual((2, "DATAVERSE_URL holds 'contoso', which is no address such as https://contoso.crm.dynamics.com.\n"), (code, error));
        });
        await using var served = await ServedCrm.StartAsync();
        await WithVariables(null, served.Address, async () =>
        {
            var (code, _, error) = await Run("import", file, "--currency", "USD");
            Assert.AreEqual((0, ""), (code, error));
        });
    }

    [TestMethod]
    public async Task An_environment_that_is_gone_is_told()
    {
        var served = await ServedCrm.StartAsync();
        var address = served.Address;
        await served.DisposeAsync();
        using var folder = new TestFolder();
        var (code, _, error) = await Run("import", Charge.File(folder, new Charge("1")), "--currency", "USD", "--url", address);
        Assert.AreEqual(2, code);
        Assert.Contains("127.0.0.1 can't be reached", error);
    }

    [TestMethod]
    [DataRow("--url and --connection", "--currency", "USD", "--url", "http://127.0.0.1:1", "--connection", "AuthType=ClientSecret")]
    [DataRow("'contoso' is no address", "--currency", "USD", "--url", "contoso")]
    public async Task What_is_missing_or_too_much_is_told(string reason, params string[] options)
    {
        using var folder = new TestFolder();
        var (code, _, error) = await Run(["import", Charge.File(folder, new Charge("1")), .. options]);
        Assert.AreEqual(1, code);
        Assert.Contains(reason.Replace("--url and --connection", "both name the environment", StringComparison.Ordinal), error);
    }

    private static Task<(int Code, string Output, string Error)> Run(params string[] arguments) => ServedCrm.Run(UsageCommand.Create(), arguments);

    private static async Task WithVariables(string? connection, string? url, Func<Task> act)
    {
        var before = (Environment.GetEnvironmentVariable(CrmOptions.ConnectionVariable), Environment.GetEnvironmentVariable(CrmOptions.UrlVariable));
        try
        {
            Environment.SetEnvironmentVariable(CrmOptions.ConnectionVariable, connection);
            Environment.SetEnvironmentVariable(CrmOptions.UrlVariable, url);
            await act();
        }
        finally
        {
            Environment.SetEnvironmentVariable(CrmOptions.ConnectionVariable, before.Item1);
            Environment.SetEnvironmentVariable(CrmOptions.UrlVariable, before.Item2);
        }
    }
}
