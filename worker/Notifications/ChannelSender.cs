using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Mails;

namespace CrmAddon.Worker.Notifications;

/// <summary>Works off what is due on one channel: claims a row, lets the channel deliver it, and writes down what came of it.</summary>
internal sealed class ChannelSender(IChannel channel, NotificationOutbox outbox, NotificationSenderOptions options, TimeProvider clock) : IDisposable
{
    private int _pauses;

    /// <summary>Until when the channel rests because it refused everything or could not be reached; null when it does not rest.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>Works off what is due now, one after the other; nothing while the channel rests.</summary>
    public async Task RunAsync(ICollection<NotificationReport> reports, IProgress<NotificationReport>? progress, CancellationToken cancellation)
    {
        if (PausedUntil > clock.GetUtcNow())
            return;
        PausedUntil = null;
        for (var due = outbox.Due(channel.Option); due.Count > 0; due = outbox.Due(channel.Option))
        {
            foreach (var notification in due)
            {
                cancellation.ThrowIfCancellationRequested();
                var report = await TakeAsync(notification, cancellation).ConfigureAwait(false);
                reports.Add(report);
                progress?.Report(report);
                if (PausedUntil is not null)
                    return;
            }
        }

        _pauses = 0;
    }

    /// <inheritdoc/>
    public void Dispose() => channel.Dispose();

    private async Task<NotificationReport> TakeAsync(Notification notification, CancellationToken cancellation)
    {
        var wasTried = notification.WasTried;
        if (!outbox.TryClaim(notification))
            return Taken(notification);
        try
        {
            var attempt = await channel.DeliverAsync(notification, wasTried, cancellation).ConfigureAwait(false);
            if (attempt.Outcome == NotificationOutcome.Taken)
                return Taken(notification);
            if (attempt.Outcome == NotificationOutcome.Failed)
                return Fail(notification, attempt.Reason!);
            outbox.MarkSent(notification);
            return Report(notification, NotificationOutcome.Sent, null);
        }
        catch (MailDataException e)
        {
            return Fail(notification, e.Message);
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && channel.FailureOf(e) is { } failure)
        {
            return Handle(notification, failure);
        }
    }

    private NotificationReport Handle(Notification notification, DeliveryFailure failure)
    {
        if (failure.Kind == DeliveryFailureKind.Permanent)
            return Fail(notification, failure.Message);
        if (failure.Kind == DeliveryFailureKind.Everyone)
        {
            // Not the notification's fault, so that it doesn't count against it.
            var pause = failure.RetryAfter ?? Wait(++_pauses);
            PausedUntil = clock.GetUtcNow() + pause;
            return Postpone(notification, failure, pause, notification.AttemptCount - 1);
        }

        if (notification.AttemptCount >= options.Attempts)
            return Fail(notification, $"Given up after {notification.AttemptCount} attempts. {failure.Message}");
        return Postpone(notification, failure, failure.RetryAfter ?? Wait(notification.AttemptCount), notification.AttemptCount);
    }

    private TimeSpan Wait(int failures)
    {
        var wait = options.FirstWait * Math.Pow(2, Math.Min(failures, 30) - 1);
        return wait < options.LongestWait ? wait : options.LongestWait;
    }

    private NotificationReport Postpone(Notification notification, DeliveryFailure failure, TimeSpan wait, int attempts) =>
        outbox.TryPostpone(notification, failure.Message, wait, attempts)
            ? Report(notification, NotificationOutcome.Postponed, failure.Message)
            : Taken(notification);

    private NotificationReport Fail(Notification notification, string reason) => outbox.TryMarkFailed(notification, reason)
        ? Report(notification, NotificationOutcome.Failed, reason)
        : Taken(notification);

    private static NotificationReport Taken(Notification notification) =>
        Report(notification, NotificationOutcome.Taken, "Another sender has it.");

    private static NotificationReport Report(Notification notification, NotificationOutcome outcome, string? reason) =>
        new(notification.Id, notification.SubjectText, notification.RecipientAddress, outcome, reason);
}
