using System;
using System.Globalization;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Notifications.Mails;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Notifications.Teams;

/// <summary>
/// A card through a workflow in the partner's own Teams ("When a Teams webhook request is received"). Nobody can be asked whether a card has
/// arrived: where no answer says whether it did, it is not sent a second time but shown to a person.
/// </summary>
internal sealed class WorkflowChannel(
    IOrganizationService service, TeamsOptions teams, NotificationSenderOptions options, NotificationOutbox outbox, TimeProvider clock) : IChannel
{
    // What Teams takes; a workflow confirms more and then fails unseen.
    private const int LargestCard = 28_000;

    private const string Unknown =
        "nobody can say whether the card has arrived. Ask the partner; to send it again, empty the external id and set the row to Pending.";

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = teams.Timeout };

    public int Option => Notification.Workflow;

    public async Task<Attempt> DeliverAsync(Notification notification, bool wasTried, CancellationToken cancellation)
    {
        if (notification.ExternalIdText is not null)
            return Attempt.Failed("A sender was stopped while it sent the card: " + Unknown);
        if (AddressOf(notification) is not { Length: > 0 } text)
        {
            return Attempt.Failed(
                "The partner has no workflow in Teams that this sender can read: enter its address, or give the sender's user the column " +
                "security profile Partner Programs - Teams address; then set the row to Pending.");
        }

        // The address is a secret: none of its parts but the host is ever told.
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || !teams.Allows(address))
            return Attempt.Failed("The address of the partner's workflow in Teams is none of Power Automate. Enter the address that the workflow shows, then set the row to Pending.");

        var card = MailTemplates.RenderCard(notification.TemplateName, notification.DataJson, options.PortalUrl);
        if (card.Length > LargestCard)
            return Attempt.Failed(string.Create(CultureInfo.InvariantCulture, $"The card has {card.Length:N0} bytes; Teams takes no more than {LargestCard:N0}."));

        return await PostAsync(notification, address, card, cancellation).ConfigureAwait(false);
    }

    public DeliveryFailure? FailureOf(Exception exception) => exception is WorkflowException refused ? refused.Failure : null;

    public void Dispose() => _client.Dispose();

    private async Task<Attempt> PostAsync(Notification notification, Uri address, byte[] card, CancellationToken cancellation)
    {
        if (!outbox.TryKeepExternalId(notification, "handed over " + clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture)))
            return Attempt.Taken;
        using var content = new ByteArrayContent(card) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        try
        {
            // The status says all; what comes after it can't unsay it.
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
            using var answer = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (answer.IsSuccessStatusCode)
                return Attempt.Sent;
            return Refused(notification, WorkflowFailure.Of(answer, clock.GetUtcNow()));
        }
        catch (HttpRequestException e) when (WorkflowFailure.OfNoConnection(e) is { } failure)
        {
            return Refused(notification, failure);
        }
        catch (HttpRequestException e)
        {
            return Attempt.Failed($"The connection to {address.Host} broke ({e.HttpRequestError}): " + Unknown);
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Attempt.Failed($"{address.Host} did not answer in time: " + Unknown);
        }
    }

    private Attempt Refused(Notification notification, DeliveryFailure failure) =>
        outbox.TryKeepExternalId(notification, null) ? throw new WorkflowException(failure) : Attempt.Taken;

    // Read when it is needed and kept nowhere: a row of the outbox, which more people may read, never holds it.
    private string? AddressOf(Notification notification) => notification.PartnerId is { } partner
        ? service.Retrieve("cov_partner", partner, new ColumnSet("cov_teamsworkflowurl")).GetAttributeValue<string>("cov_teamsworkflowurl")?.Trim()
        : null;
}
