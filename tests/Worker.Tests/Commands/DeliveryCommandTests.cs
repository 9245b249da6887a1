using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;
using CrmAddon.Worker.Commands;
using CrmAddon.Worker.Tests.Notifications;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Tests.Commands;

[TestClass]
public sealed class DeliveryCommandTests
{
    [TestMethod]
    public async Task What_is_due_is_sent_over_both_wires_once()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        Add(served, "REG-000017");
        Add(served, "REG-000018");
        string[] send = ["send", "--url", served.Address, "--settings", Settings(folder, graph)];

        var (code, output, error) = await ServedCrm.Run(NotificationsCommand.Create(), send);
        Assert.AreEqual((0, "2 sent, 0 postponed, 0 failed\n", ""), (code, output, error));
        Assert.HasCount(2, graph.Delivered);
        Assert.IsTrue(served.Crm.All("cov_notification").All(row => row.GetAttributeValue<OptionSetValue>("statuscode")!.Value == 2));

        (code, output, _) = await ServedCrm.Run(NotificationsCommand.Create(), send);
        Assert.AreEqual((0, "0 sent, 0 postponed, 0 failed\n"), (code, output));
        Assert.HasCount(2, graph.Delivered);
    }

    [TestMethod]
    public async Task What_can_t_be_sent_is_told_and_ends_with_1()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        Add(served, "REG-000017", recipient: "nobody");
        var (code, output, _) = await ServedCrm.Run(NotificationsCommand.Create(), ["send", "--url", served.Address, "--settings", Settings(folder, graph)]);
        Assert.AreEqual((1, "0 sent, 0 postponed, 1 failed\nFailed: Registration REG-000017 for nobody: 'nobody' is no mail address.\n"), (code, output));
    }

    [TestMethod]
    [DataRow("send")]
    [DataRow("run")]
    public async Task A_missing_setting_is_told(string verb)
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        var command = verb == "send" ? NotificationsCommand.Create() : RunCommand.Create();
        string[] arguments = [.. verb == "send" ? new[] { "send" } : [], "--url", served.Address, "--settings", folder.Write("settings.json", """{"Graph":{"Mailbox":""}}""")];
        var (code, _, error) = await ServedCrm.Run(command, arguments);
        Assert.AreEqual(2, code);
        Assert.StartsWith("Graph:Mailbox is empty", error);
    }

    [TestMethod]
    public async Task A_service_delivers_what_comes_until_it_is_stopped()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        Add(served, "REG-000017");
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => ServedCrm.Run(RunCommand.Create(), ["--url", served.Address, "--settings", Settings(folder, graph)], stop.Token));
        await Waiting.Until(() => graph.Delivered.Count == 1, run);
        Add(served, "REG-000018");
        await Waiting.Until(() => graph.Delivered.Count == 2, run);
        await stop.CancelAsync();

        var (code, _, error) = await run;
        Assert.AreEqual((0, ""), (code, error));
    }

    [TestMethod]
    public async Task A_service_outlives_a_CRM_that_is_away()
    {
        await using var served = await ServedCrm.StartAsync();
        using var folder = new TestFolder();
        await using var graph = await LoopbackGraph.StartAsync(folder["mails"]);
        Add(served, "REG-000017");
        using var stop = new CancellationTokenSource();
        var run = Task.Run(() => ServedCrm.Run(RunCommand.Create(), ["--url", served.Address, "--settings", Settings(folder, graph)], stop.Token));
        await Waiting.Until(() => graph.Delivered.Count == 1, run);
        await served.StopAsync();
        Add(served, "REG-000018");
        await stop.CancelAsync();
        Assert.AreEqual(0, (await run).Code);
        Assert.HasCount(1, graph.Delivered);
    }

    private static string Settings(TestFolder folder, LoopbackGraph graph) => folder.Write("settings.json", string.Create(
        CultureInfo.InvariantCulture,
        $$$"""{"Graph":{"BaseUrl":"{{{graph.BaseUrl}}}","Mailbox":"partners@example.com"},"Notifications":{"Interval":"00:00:00.020"}}"""));

    private static void Add(ServedCrm served, string key, string recipient = "relay@example.com") => served.Crm.Service.Create(new Entity("cov_notification")
    {
        ["cov_key"] = key,
        ["cov_name"] = "Registration " + key,
        ["cov_recipient"] = recipient,
        ["cov_channel"] = new OptionSetValue(770000000),
        ["cov_template"] = "registration.decided",
        ["cov_data"] = MailWorld.Data,
    });
}
