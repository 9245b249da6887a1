using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Notifications;
using CrmAddon.Plugins.Settings;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Disputes;

/// <summary>Tells the partner what became of its dispute. One that the partner has withdrawn itself is no news to it.</summary>
internal sealed class DisputeNews(IOrganizationService service)
{
    private const string CurrencyAlias = "currency";
    private const string DealAlias = "deal";

    private static readonly string[] Columns =
    [
        Dispute.Number, Dispute.Partner, Dispute.Split, Dispute.Entry, Dispute.Statement, Dispute.Claimed, Dispute.Outcome, Dispute.Resolution,
        Dispute.Status,
    ];

    /// <param name="dispute">A dispute that has just been resolved.</param>
    public void Tell(EntityReference dispute)
    {
        var row = Read(dispute);
        var status = row.Option(Dispute.Status);
        if (status is not (Dispute.StatusOf.Accepted or Dispute.StatusOf.Rejected) || row.Lookup(Dispute.Partner) is not { } partner)
            return;

        var outbox = new Outbox(service, new EnvironmentSettings(service));
        var recipient = outbox.Recipient(partner);
        var news = new DisputeDecided(
            recipient.Name,
            row.Text(Dispute.Number),
            Subject(row),
            status == Dispute.StatusOf.Accepted,
            row.GetAttributeValue<Money?>(Dispute.Claimed)?.Value,
            row.Linked<string>(CurrencyAlias, Currency.IsoCode),
            Dispute.OutcomeOf.NameOf(row.Option(Dispute.Outcome)),
            row.Text(Dispute.Resolution));
        outbox.Tell(recipient, DisputeDecided.Template, news.Number, news.Subject(recipient.Language), news.Data(recipient.Language));
    }

    private Entity Read(EntityReference dispute)
    {
        var query = Queries.From(Dispute.Table, Columns).Where(Dispute.Id, dispute.Id);
        query.Outer(Dispute.Currency, Currency.Table, Currency.Id, CurrencyAlias, Currency.IsoCode);
        query.Outer(Dispute.Opportunity, Opportunity.Table, Opportunity.Id, DealAlias, Opportunity.Name);
        return service.First(query)!;
    }

    // An estimate may be gone by now; the deal that it was of stays.
    private string Subject(Entity row) => new DisputeSubjects(service).Of(row) is [var first, ..]
        ? first.Name
        : row.Linked<string>(DealAlias, Opportunity.Name) ?? "";
}
