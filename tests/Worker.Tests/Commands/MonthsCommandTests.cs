using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.WebApi;
using CrmAddon.Worker.Commands;
using CrmAddon.Worker.Tests.Months;

namespace CrmAddon.Worker.Tests.Commands;

/// <summary>The clock of the CRM is that of the test; the verb's is the machine's, which is later than any month here.</summary>
[TestClass]
public sealed class MonthsCommandTests
{
    [TestMethod]
    public async Task What_is_due_is_closed_over_the_wire_and_told()
    {
        using var books = new Books("2020-03-01");
        await using var server = await WebApiHost.StartAsync(books.Crm.Dataverse);
        string[] close = ["close", "--url", server.Address.ToString()];
        Assert.AreEqual((0, "No month is due.\n", ""), await ServedCrm.Run(MonthsCommand.Create(), close));

        var program = books.Program("CLOUD", 5, "2020-01");
        var waits = books.Wait(program, "2020-02");
        var (code, output, error) = await ServedCrm.Run(MonthsCommand.Create(), close);
        Assert.AreEqual((1, ""), (code, error));
        Assert.StartsWith("CLOUD: 2020-01 is closed.\nCLOUD: 2020-02 can't be closed yet: 1 work item(s)", output);

        books.Crm.Service.Delete("cov_workitem", waits);
        books.Crm.Service.Update(new("cov_program", program) { ["cov_closeday"] = null });
        Assert.AreEqual((0, "No month is due.\n", ""), await ServedCrm.Run(MonthsCommand.Create(), close));
    }

    [TestMethod]
    public async Task A_service_closes_what_comes_due_also_where_nothing_is_delivered()
    {
        using var books = new Books("2020-03-01");
        using var folder = new TestFolder();
        await using var server = await WebApiHost.StartAsync(books.Crm.Dataverse);
        using var stop = new CancellationTokenSource();
        string[] run = ["--url", server.Address.ToString(), "--settings", folder.Write(
            "settings.json", """{"Notifications":{"Enabled":false},"Months":{"Interval":"00:00:00.020"}}""")];
        var running = Task.Run(() => ServedCrm.Run(RunCommand.Create(), run, stop.Token));

        var program = books.Program("CLOUD", 5, null);
        var waits = books.Wait(program, "2020-01");
        books.Crm.Service.Update(new("cov_program", program) { ["cov_openmonth"] = new DateTime(2020, 1, 1) });
        books.Crm.Service.Delete("cov_workitem", waits);
        await Waiting.Until(() => books.Periods().Contains("CLOUD 2020-01 2"), running);
        await stop.CancelAsync();
        Assert.AreEqual(0, (await running).Code);
    }
}
