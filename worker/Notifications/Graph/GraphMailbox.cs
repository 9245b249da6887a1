using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Mails;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace CrmAddon.Worker.Notifications.Graph;

/// <summary>
/// The mailbox that mails go out from. Graph knows no idempotency key; so a mail is first a draft that carries the id of its
/// notification, can be found by it, and is sent by its own id: a draft can be sent only once.
/// </summary>
internal sealed class GraphMailbox(GraphMailOptions options) : IDisposable
{
    /// <summary>The extended property that carries the notification's id; the GUID is this product's own namespace.</summary>
    public const string NotificationProperty = "String {7c9d3a52-6f0e-4f5b-9c1a-52e0b8f1d6a4} Name CrmAddonNotification";

    /// <summary>The same id as a header, so that it can be seen in a mail that has arrived.</summary>
    public const string NotificationHeader = "x-crmaddon-notification";

    private readonly GraphServiceClient _graph = GraphConnection.Open(options);

    /// <summary>The mail that was made for a notification, sent or still a draft; null when there is none.</summary>
    public async Task<MailboxItem?> FindAsync(Guid notification, CancellationToken cancellation)
    {
        var found = await _graph.Users[options.Mailbox].Messages.GetAsync(
            request =>
            {
                request.QueryParameters.Filter =
                    $"singleValueExtendedProperties/any(ep:ep/id eq '{NotificationProperty}' and ep/value eq '{notification:D}')";
                request.QueryParameters.Select = ["id", "isDraft"];
                Immutable(request.Headers);
            },
            cancellation).ConfigureAwait(false);
        return (found?.Value ?? []).Select(Item).OrderBy(item => item.IsDraft).ThenBy(item => item.Id, StringComparer.Ordinal).FirstOrDefault();
    }

    /// <summary>The mail of an id; null when the mailbox has no such mail any more.</summary>
    public async Task<MailboxItem?> GetAsync(string id, CancellationToken cancellation)
    {
        try
        {
            var message = await _graph.Users[options.Mailbox].Messages[id].GetAsync(
                request =>
                {
                    request.QueryParameters.Select = ["id", "isDraft"];
                    Immutable(request.Headers);
                },
                cancellation).ConfigureAwait(false);
            return message is null ? null : Item(message);
        }
        catch (ODataError e) when (e.ResponseStatusCode == 404)
        {
            return null;
        }
    }

    /// <summary>Writes the draft of a mail.</summary>
    /// <returns>Its id.</returns>
    public async Task<string> CreateDraftAsync(Guid notification, string recipient, Mail mail, CancellationToken cancellation)
    {
        var id = notification.ToString("D");
        var message = new Message
        {
            Subject = mail.Subject,
            Body = options.PlainText
                ? new ItemBody { ContentType = BodyType.Text, Content = mail.Text }
                : new ItemBody { ContentType = BodyType.Html, Content = mail.Html },
            ToRecipients = [To(recipient)],
            ReplyTo = options.ReplyTo is { Length: > 0 } answers ? [To(answers)] : null,
            SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = NotificationProperty, Value = id }],
            InternetMessageHeaders = [new InternetMessageHeader { Name = NotificationHeader, Value = id }],
        };
        var draft = await _graph.Users[options.Mailbox].Messages
            .PostAsync(message, request => Immutable(request.Headers), cancellation).ConfigureAwait(false);
        return Item(draft ?? throw new InvalidOperationException("Graph answered without the draft.")).Id;
    }

    /// <summary>
    /// Hands a draft to delivery. Graph confirms with 202; whatever else the answer carries, that is final. When Graph refuses
    /// because the mail was sent already, that is as good.
    /// </summary>
    public async Task SendAsync(string id, CancellationToken cancellation)
    {
        try
        {
            await _graph.Users[options.Mailbox].Messages[id].Send
                .PostAsync(request => Immutable(request.Headers), cancellation).ConfigureAwait(false);
        }
        catch (ODataError e) when (e.ResponseStatusCode is 400 or 404 or 409 or 412)
        {
            if (await GetAsync(id, cancellation).ConfigureAwait(false) is not { IsDraft: false })
                throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _graph.Dispose();

    private static Recipient To(string address) => new() { EmailAddress = new EmailAddress { Address = address } };

    private static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    private static MailboxItem Item(Message message) =>
        new(message.Id ?? throw new InvalidOperationException("Graph answered without the mail's id."), message.IsDraft ?? true);
}
