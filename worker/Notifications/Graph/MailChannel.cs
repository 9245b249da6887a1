using System;
using System.Net.Mail;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Mails;

namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>
/// Mail through Microsoft Graph. A mail is first written as a draft that carries its notification's id, the draft's id is kept on the row, and
/// then the draft is sent. Before anything is tried a second time the mailbox is asked what became of it; so nothing that Graph
/// confirmed goes out twice.
/// </summary>
internal sealed class MailChannel(GraphMailOptions graph, NotificationSenderOptions options, NotificationOutbox outbox, TimeProvider clock) : IChannel
{
    private readonly GraphMailbox _mailbox = new(graph);

    public int Option => Notification.Mail;

    public async Task<Attempt> DeliverAsync(Notification notification, bool wasTried, CancellationToken cancellation)
    {
        if (!MailAddress.TryCreate(notification.RecipientAddress, out var address))
            return Attempt.Failed($"'{notification.RecipientAddress}' is no mail address.");
        var mail = MailTemplates.Render(notification.TemplateName, notification.SubjectText, notification.DataJson, options.PortalUrl);

        var item = wasTried ? await _mailbox.FindAsync(notification.Id, cancellation).ConfigureAwait(false) : null;
        if (item is null && notification.ExternalIdText is { } known)
        {
            item = await _mailbox.GetAsync(known, cancellation).ConfigureAwait(false);
            if (item is null)
            {
                return Attempt.Failed(
                    "The mail that was written for it is not in the mailbox any more, so that nobody can say whether it was sent. Look " +
                    "for it at the recipient's; to send it again, empty the external id and set the row to Pending.");
            }
        }

        if (item is null || item.IsDraft)
        {
            // Failures are counted before this; more attempts than that are those that never came to an end.
            if (notification.AttemptCount > options.Attempts)
                return Attempt.Failed($"Given up: {options.Attempts} attempts ended without an answer.");
            var draft = item?.Id ??
                await _mailbox.CreateDraftAsync(notification.Id, address.Address, mail, cancellation).ConfigureAwait(false);
            if (draft != notification.ExternalIdText && !outbox.TryKeepExternalId(notification, draft))
                return Attempt.Taken;
            await _mailbox.SendAsync(draft, cancellation).ConfigureAwait(false);
        }

        return Attempt.Sent;
    }

    public DeliveryFailure? FailureOf(Exception exception) => GraphFailure.Of(exception, clock.GetUtcNow());

    public void Dispose() => _mailbox.Dispose();
}
