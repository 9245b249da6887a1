using System;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Notifications.Graph;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Tests.Notifications;

/// <summary>An outbox, a mailbox on loopback, and a clock.</summary>
internal sealed class MailWorld : IAsyncDisposable
{
    public const string Data =
        """{"partner":"Relay","number":"REG-000017","customer":"Larkspur","decision":"Approved","protectedFrom":"2026-03-02","protectedUntil":"2026-05-31"}""";

    private readonly TestCrm _crm;

    private MailWorld(TestCrm crm, TestFolder folder, ManualClock clock, LoopbackGraph graph)
    {
        _crm = crm;
        Folder = folder;
        Clock = clock;
        Graph = graph;
    }

    public TestFolder Folder { get; }

    public ManualClock Clock { get; }

    public LoopbackGraph Graph { get; }

    public IOrganizationService Service => _crm.Service;

    /// <inheritdoc cref="TestCrm.AsWorker"/>
    public IOrganizationService AsWorker(params string[] profiles) => _crm.AsWorker(profiles);

    public static async Task<MailWorld> Create()
    {
        var clock = new ManualClock();
        var folder = new TestFolder();
        return new MailWorld(new TestCrm(clock), folder, clock, await LoopbackGraph.StartAsync(folder["mails"]));
    }

    public Guid Add(string key, string template = "registration.decided", string data = Data, string recipient = "relay@example.com") =>
        Service.Create(new Entity("cov_notification")
        {
            ["cov_key"] = key,
            ["cov_name"] = "Registration " + key,
            ["cov_recipient"] = recipient,
            ["cov_channel"] = new OptionSetValue(770000000),
            ["cov_template"] = template,
            ["cov_data"] = data,
        });

    /// <summary>One pass of a sender that was just started.</summary>
    public async Task<NotificationPass> Run(IOrganizationService? service = null, string name = "one")
    {
        using var sender = Sender(service, name);
        return await sender.RunAsync();
    }

    public NotificationSender Sender(IOrganizationService? service = null, string name = "one") => new(
        service ?? Service,
        new GraphMailOptions { BaseUrl = Graph.BaseUrl, Mailbox = "partners@example.com" },
        new NotificationSenderOptions { Name = name },
        Clock);

    public Entity Row(Guid id) => Service.Retrieve("cov_notification", id, new ColumnSet(true));

    /// <summary>A row's status by name.</summary>
    public string Status(Guid id) => Row(id).GetAttributeValue<OptionSetValue>("statuscode")!.Value switch
    {
        1 => "Pending",
        770000000 => "Sending",
        2 => "Sent",
        770000001 => "Failed",
        var other => other.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public int Count(GraphOperation operation) => Graph.Requests.Count(request => request.Operation == operation);

    public async ValueTask DisposeAsync()
    {
        await Graph.DisposeAsync();
        Folder.Dispose();
        _crm.Dispose();
    }
}
