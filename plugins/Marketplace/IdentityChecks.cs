using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using static CrmAddon.Plugins.Tables.MarketplaceIdentity;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>
/// Says whether an identity holds together. A buyer is known by account and agreement, never by the account alone, since one account
/// may buy through several partners; a seller may stand for all of its agreements.
/// </summary>
internal sealed class IdentityChecks(IOrganizationService service)
{
    private const string AllAgreements = "*";
    private const int NameLength = 300;

    /// <param name="identity">The identity as it would be.</param>
    /// <param name="written">What is saved; the name is filled in.</param>
    /// <exception cref="Refusal">It may not be saved; the message says why and what to do.</exception>
    public void Check(Entity identity, Entity written)
    {
        var account = identity.Text(MarketplaceIdentity.Account).Trim();
        var agreement = identity.Text(Agreement).Trim();
        if (identity.Option(MarketplaceIdentity.Marketplace) is null || identity.Option(Kind) is not { } kind || account.Length == 0 || agreement.Length == 0
            || identity.Date(From) is not { } from)
            throw MarketplaceText.IncompleteIdentity();

        var name = account + " · " + agreement;
        if (kind == KindOf.Buyer && agreement == AllAgreements)
            throw MarketplaceText.NeedsAgreement(account);
        if (kind == KindOf.Buyer && identity.Lookup(Customer) is null)
            throw MarketplaceText.NeedsCustomer(name);
        if (kind == KindOf.Seller && identity.Lookup(MarketplaceIdentity.Partner) is null)
            throw MarketplaceText.NeedsPartner(name);
        if (identity.Date(Until) is { } until && until < from)
            throw MarketplaceText.EndsBeforeItBegins(name, from, until);
        if (identity.Option(State) is null or StateOf.Active)
            CheckOverlap(identity, account, agreement, from);

        // An import may leave blanks around an id; it would never be found by them.
        written[MarketplaceIdentity.Account] = account;
        written[Agreement] = agreement;
        written[Name] = name.Cut(NameLength);
    }

    private void CheckOverlap(Entity identity, string account, string agreement, DateTime from)
    {
        var query = Queries.From(Table, Name, From, Until)
            .Where(MarketplaceIdentity.Marketplace, identity.Option(MarketplaceIdentity.Marketplace)!.Value)
            .Where(Kind, identity.Option(Kind)!.Value)
            .Where(MarketplaceIdentity.Account, account)
            .Where(Agreement, agreement)
            .Where(State, StateOf.Active);
        var until = identity.Date(Until) ?? DateTime.MaxValue;
        var other = service.All(query).FirstOrDefault(row =>
            row.Id != identity.Id && row.Date(From) <= until && (row.Date(Until) ?? DateTime.MaxValue) >= from);
        if (other is null)
            return;

        throw other.Date(Until) is { } end
            ? MarketplaceText.Overlaps(account, agreement, other.Date(From)!.Value, end)
            : MarketplaceText.OverlapsOpenOne(account, agreement, other.Date(From)!.Value);
    }
}
