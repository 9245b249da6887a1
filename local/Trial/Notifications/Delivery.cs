using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.GraphRecipient;
using CrmAddon.Worker.Notifications;
using CrmAddon.Worker.Notifications.Graph;

namespace CrmAddon.Local.Trial.Notifications;

/// <summary>Works off the outbox with the worker's sender, through the Graph SDK, to a recipient on loopback that stands for Graph.</summary>
public sealed class Delivery
{
    private readonly World world;

    /// <summary>Works in a world.</summary>
    public Delivery(World world) => this.world = world;

    /// <summary>Sends what is due.</summary>
    public async Task SendAsync(CancellationToken stop)
    {
        LoopbackGraph graph = await LoopbackGraph.StartAsync(world.Options.Mails, stop).ConfigureAwait(false);
        await using (graph.ConfigureAwait(false))
        {
            using var sender = new NotificationSender(
                world.Service,
                new GraphMailOptions { BaseUrl = graph.BaseUrl, Mailbox = "partners@example.com" },
                // Nobody else sends from this database, so what a killed run had claimed is free at once.
                new NotificationSenderOptions { Claim = TimeSpan.Zero },
                TimeProvider.System);
            int taken = 0;
            var progress = new Relay(() => world.Narrator.Progress(++taken, null, "mails"));
            NotificationPass pass = await sender.RunAsync(progress, stop).ConfigureAwait(false);
            Tell(pass);
        }
    }

    private void Tell(NotificationPass pass)
    {
        int sent = pass.Reports.Count(report => report.Outcome == NotificationOutcome.Sent);
        world.Narrator.Say(string.Create(CultureInfo.InvariantCulture, $"{sent:N0} mails sent; open them in {world.Options.Mails}."));
        foreach (NotificationReport report in pass.Reports.Where(report => report.Outcome != NotificationOutcome.Sent).Take(5))
        {
            world.Narrator.Warn($"{report.Subject} for {report.Recipient}: {report.Outcome}. {report.Reason}");
        }
    }

    private sealed class Relay(Action tell) : IProgress<NotificationReport>
    {
        public void Report(NotificationReport value) => tell();
    }
}
