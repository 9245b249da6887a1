using System;
using System.Collections.Generic;
using System.Net.Mail;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Graph;
using CrmAddon.Worker.Notifications.Mails;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Notifications;

/// <summary>
/// Tells partners what the outbox holds, by mail through Microsoft Graph. A mail is first written as a draft that carries its
/// notification's id, the draft's id is kept on the row, and then the draft is sent. Before anything is tried a second time the
/// mailbox is asked what became of it; so the sender may be killed anywhere and run again, and nothing that Graph confirmed goes out
/// twice.
/// </summary>
public sealed class NotificationSender : IDisposable
{
    private readonly NotificationSenderOptions _options;
    private readonly NotificationOutbox _outbox;
    private readonly GraphMailbox? _mailbox;
    private readonly TimeProvider _clock;
    private DateTimeOffset? _pausedUntil;
    private int _pauses;

    /// <summary>Makes a sender.</summary>
    /// <param name="service">The CRM, as a user who may read and write notifications.</param>
    /// <param name="graph">Where and as whom mails are sent.</param>
    /// <param name="options">How the outbox is worked off.</param>
    /// <param name="clock">What time it is.</param>
    public NotificationSender(
        IOrganizationService service, GraphMailOptions graph, NotificationSenderOptions options, TimeProvider clock)
    {
        _options = options;
        _clock = clock;
        _outbox = new NotificationOutbox(service, options, clock);
        _mailbox = options.Enabled ? new GraphMailbox(graph) : null;
    }

    /// <summary>
    /// Works off what is due now, one mail after the other, and returns; nothing while delivery is switched off. It never sleeps: what has to wait keeps its time on its row.
    /// An error of the CRM ends the pass; the row in work is taken up again when its claim has lapsed.
    /// </summary>
    /// <param name="progress">Told what became of each notification, if anyone wants to know.</param>
    /// <param name="cancellation">Ends the pass after the request in progress.</param>
    public async Task<NotificationPass> RunAsync(
        IProgress<NotificationReport>? progress = null, CancellationToken cancellation = default)
    {
        List<NotificationReport> reports = [];
        if (_mailbox is not { } mailbox)
            return new NotificationPass(reports, null);
        if (_pausedUntil > _clock.GetUtcNow())
            return new NotificationPass(reports, _pausedUntil);
        _pausedUntil = null;
        for (var due = _outbox.Due(); due.Count > 0; due = _outbox.Due())
        {
            foreach (var notification in due)
            {
                cancellation.ThrowIfCancellationRequested();
                var report = await TakeAsync(mailbox, notification, cancellation).ConfigureAwait(false);
                reports.Add(report);
                progress?.Report(report);
                if (_pausedUntil is not null)
                    return new NotificationPass(reports, _pausedUntil);
            }
        }

        _pauses = 0;
        return new NotificationPass(reports, null);
    }

    /// <inheritdoc/>
    public void Dispose() => _mailbox?.Dispose();

    private async Task<NotificationReport> TakeAsync(GraphMailbox mailbox, Notification notification, CancellationToken cancellation)
    {
        var wasTried = notification.WasTried;
        if (!_outbox.TryClaim(notification))
            return Taken(notification);
        try
        {
            return await DeliverAsync(mailbox, notification, wasTried, cancellation).ConfigureAwait(false);
        }
        catch (MailDataException e)
        {
            return Fail(notification, e.Message);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && GraphFailure.Of(e, _clock.GetUtcNow()) is { } failure)
        {
            return Handle(notification, failure);
        }
    }

    private async Task<NotificationReport> DeliverAsync(GraphMailbox mailbox, Notification notification, bool wasTried, CancellationToken cancellation)
    {
        if (!MailAddress.TryCreate(notification.RecipientAddress, out var address))
            return Fail(notification, $"'{notification.RecipientAddress}' is no mail address.");
        var mail = MailTemplates.Render(notification.TemplateName, notification.SubjectText, notification.DataJson, _options.PortalUrl);

        var item = wasTried ? await mailbox.FindAsync(notification.Id, cancellation).ConfigureAwait(false) : null;
        if (item is null && notification.DraftId is { } known)
        {
            item = await mailbox.GetAsync(known, cancellation).ConfigureAwait(false);
            if (item is null)
            {
                return Fail(notification,
                    "The mail that was written for it is not in the mailbox any more, so that nobody can say whether it was sent. Look " +
                    "for it at the recipient's; to send it again, empty the external id and set the row to Pending.");
            }
        }

        if (item is null || item.IsDraft)
        {
            // Failures are counted before this; more attempts than that are those that never came to an end.
            if (notification.AttemptCount > _options.Attempts)
                return Fail(notification, $"Given up: {_options.Attempts} attempts ended without an answer.");
            var draft = item?.Id ??
                await mailbox.CreateDraftAsync(notification.Id, address.Address, mail, cancellation).ConfigureAwait(false);
            if (draft != notification.DraftId && !_outbox.TryKeepDraft(notification, draft))
                return Taken(notification);
            await mailbox.SendAsync(draft, cancellation).ConfigureAwait(false);
        }

        _outbox.MarkSent(notification);
        return Report(notification, NotificationOutcome.Sent, null);
    }

    private NotificationReport Handle(Notification notification, GraphFailure failure)
    {
        if (failure.Kind == GraphFailureKind.Permanent)
            return Fail(notification, failure.Message);
        if (failure.Kind == GraphFailureKind.Everyone)
        {
            // Not the mail's fault, so that it doesn't count against it.
            var pause = failure.RetryAfter ?? Wait(++_pauses);
            _pausedUntil = _clock.GetUtcNow() + pause;
            return Postpone(notification, failure, pause, notification.AttemptCount - 1);
        }

        if (notification.AttemptCount >= _options.Attempts)
            return Fail(notification, $"Given up after {notification.AttemptCount} attempts. {failure.Message}");
        return Postpone(notification, failure, failure.RetryAfter ?? Wait(notification.AttemptCount), notification.AttemptCount);
    }

    private TimeSpan Wait(int failures)
    {
        var wait = _options.FirstWait * Math.Pow(2, Math.Min(failures, 30) - 1);
        return wait < _options.LongestWait ? wait : _options.LongestWait;
    }

    private NotificationReport Postpone(Notification notification, GraphFailure failure, TimeSpan wait, int attempts) =>
        _outbox.TryPostpone(notification, failure.Message, wait, attempts)
            ? Report(notification, NotificationOutcome.Postponed, failure.Message)
            : Taken(notification);

    private NotificationReport Fail(Notification notification, string reason) => _outbox.TryMarkFailed(notification, reason)
        ? Report(notification, NotificationOutcome.Failed, reason)
        : Taken(notification);

    private static NotificationReport Taken(Notification notification) =>
        Report(notification, NotificationOutcome.Taken, "Another sender has it.");

    private static NotificationReport Report(Notification notification, NotificationOutcome outcome, string? reason) =>
        new(notification.Id, notification.SubjectText, notification.RecipientAddress, outcome, reason);
}
