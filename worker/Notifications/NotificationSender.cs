using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Graph;
using CrmAddon.Worker.Notifications.Teams;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Notifications;

/// <summary>
/// Tells partners what the outbox holds: by mail through Microsoft Graph, and in their own Teams through a workflow of theirs. It may be
/// killed anywhere and run again; nothing that the other side confirmed goes out twice.
/// </summary>
public sealed class NotificationSender : IDisposable
{
    private readonly List<ChannelSender> _channels = [];

    /// <summary>Makes a sender.</summary>
    /// <param name="service">The CRM, as a user who may read and write notifications, and may read the secured Teams address of partners.</param>
    /// <param name="graph">Where and as whom mails are sent; not looked at while delivery is switched off.</param>
    /// <param name="options">How the outbox is worked off.</param>
    /// <param name="clock">What time it is.</param>
    /// <param name="teams">Which workflows cards are sent to; null for the defaults.</param>
    public NotificationSender(
        IOrganizationService service, GraphMailOptions graph, NotificationSenderOptions options, TimeProvider clock, TeamsOptions? teams = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Enabled)
            return;
        var outbox = new NotificationOutbox(service, options, clock);
        _channels.Add(new ChannelSender(new MailChannel(graph, options, outbox, clock), outbox, options, clock));
        _channels.Add(new ChannelSender(new WorkflowChannel(service, teams ?? new TeamsOptions(), options, outbox, clock), outbox, options, clock));
    }

    /// <summary>
    /// Works off what is due now, one after the other, and returns; nothing while delivery is switched off. It never sleeps: what has to wait
    /// keeps its time on its row. An error of the CRM ends the pass; the row in work is taken up again when its claim has lapsed.
    /// </summary>
    /// <param name="progress">Told what became of each notification, if anyone wants to know.</param>
    /// <param name="cancellation">Ends the pass after the request in progress.</param>
    public async Task<NotificationPass> RunAsync(
        IProgress<NotificationReport>? progress = null, CancellationToken cancellation = default)
    {
        List<NotificationReport> reports = [];
        foreach (var channel in _channels)
            await channel.RunAsync(reports, progress, cancellation).ConfigureAwait(false);
        return new NotificationPass(reports, _channels.Select(channel => channel.PausedUntil).FirstOrDefault(until => until is not null));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var channel in _channels)
            channel.Dispose();
    }
}
