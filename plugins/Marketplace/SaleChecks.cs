using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using Microsoft.Xrm.Sdk;
using static CrmAddon.Plugins.Tables.MarketplaceTransaction;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>
/// Says whether a marketplace sale may become what somebody asks of it. From Unmatched it is settled in one of three ways; one who
/// was mistaken opens it again and settles it otherwise.
/// </summary>
internal static class SaleChecks
{
    private static readonly string[] Whose = [Customer, Partner, Role];

    /// <param name="before">The sale as it is.</param>
    /// <param name="sent">What is to be changed.</param>
    /// <param name="after">The sale as it would be.</param>
    /// <exception cref="Refusal">It may not; the message says why and what to do.</exception>
    public static void Check(Entity before, Entity sent, Entity after)
    {
        var sale = before.Text(TransactionId);
        var from = before.Option(Status) ?? StatusOf.Unmatched;
        var to = after.Option(Status) ?? StatusOf.Unmatched;
        if (from != StatusOf.Unmatched && to != StatusOf.Unmatched
            && (from != to || Changes.Of(before, sent).Intersect(Whose, StringComparer.Ordinal).Any()))
            throw MarketplaceText.IsSettled(sale);

        switch (to)
        {
            case StatusOf.Matched when after.Date(SoldOn) is null && after.Date(From) is null:
                throw MarketplaceText.HasNoDay(sale);
            case StatusOf.Matched when from != to && (after.Lookup(Customer) is null || after.Lookup(Partner) is null || after.Option(Role) is null):
                throw MarketplaceText.MatchIsIncomplete(sale);
            case StatusOf.NoPartner when from != to && after.Lookup(Customer) is null:
                throw MarketplaceText.NoPartnerNeedsCustomer(sale);
            case StatusOf.NoPartner when from != to && after.Lookup(Partner) is not null:
                throw MarketplaceText.HasPartner(sale);
            case StatusOf.Ignored when from != to && after.Text(Note).Trim().Length == 0:
                throw MarketplaceText.IgnoredNeedsNote(sale);
        }
    }
}
