using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Sale = CrmAddon.Plugins.Tables.MarketplaceTransaction;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>
/// Matches sales by what is known of their accounts and agreements on the day of the sale. The identities must name both the customer and the
/// partner with a role; else what they do name is filled in, and the sale stays in the queue for a person. What a person has
/// entered is never replaced, and names are never matched on.
/// </summary>
internal sealed class SaleMatch(IOrganizationService service)
{
    /// <summary>How many waiting sales one identity matches at once.</summary>
    public const int MostAtOnce = 500;

    private const string AllAgreements = "*";

    private static readonly string[] Columns =
    [
        Sale.Marketplace, Sale.BuyerAccount, Sale.SubscriberAccount, Sale.SellerAccount, Sale.Agreement, Sale.SoldOn, Sale.Customer, Sale.Partner,
        Sale.Role,
    ];

    /// <summary>A sale that has arrived, or whose accounts have changed.</summary>
    public void Try(Guid sale)
    {
        if (service.First(Unmatched().Where(Sale.Id, sale)) is { } row)
            Match(row);
    }

    /// <summary>The sales that have waited for an identity, oldest first, as many as one event can take.</summary>
    /// <param name="identity">The identity as it is now.</param>
    public void TryAll(Entity identity)
    {
        var account = identity.Text(MarketplaceIdentity.Account);
        var agreement = identity.Text(MarketplaceIdentity.Agreement);
        var waiting = Unmatched()
            .Where(Sale.Marketplace, identity.Option(MarketplaceIdentity.Marketplace)!.Value)
            .Where(Sale.SoldOn, ConditionOperator.GreaterEqual, identity.Date(MarketplaceIdentity.From)!.Value);
        if (identity.Date(MarketplaceIdentity.Until) is { } until)
            waiting.Where(Sale.SoldOn, ConditionOperator.LessEqual, until);
        if (agreement != AllAgreements)
            waiting.Where(Sale.Agreement, agreement);
        var accounts = waiting.Criteria.AddFilter(LogicalOperator.Or);
        foreach (var column in identity.Option(MarketplaceIdentity.Kind) == MarketplaceIdentity.KindOf.Seller
            ? new[] { Sale.SellerAccount }
            : [Sale.BuyerAccount, Sale.SubscriberAccount])
            accounts.AddCondition(column, ConditionOperator.Equal, account);

        waiting.AddOrder(Sale.SoldOn, OrderType.Ascending);
        waiting.TopCount = MostAtOnce;
        foreach (var sale in service.RetrieveMultiple(waiting).Entities)
            Match(sale);
    }

    private static QueryExpression Unmatched() => Queries.From(Sale.Table, Columns).Where(Sale.Status, Sale.StatusOf.Unmatched);

    private void Match(Entity sale)
    {
        var known = Identities(sale);
        var buyer = Known(known, MarketplaceIdentity.KindOf.Buyer, sale.Text(Sale.SubscriberAccount))
            ?? Known(known, MarketplaceIdentity.KindOf.Buyer, sale.Text(Sale.BuyerAccount));
        var seller = Known(known, MarketplaceIdentity.KindOf.Seller, sale.Text(Sale.SellerAccount));
        var behind = new[] { seller, buyer }.OfType<Entity>().Where(identity => identity.Lookup(MarketplaceIdentity.Partner) is not null).ToList();

        // Where seller and agreement name two partners, a person decides.
        if (behind.Select(identity => identity.Lookup(MarketplaceIdentity.Partner)).Distinct().Count() > 1)
            behind.Clear();

        var found = new Entity(Sale.Table, sale.Id);
        var hasCustomer = Agrees(sale, found, Sale.Customer, buyer?.GetAttributeValue<EntityReference?>(MarketplaceIdentity.Customer));
        // Where a person knows another customer, the identity is not this sale's.
        var hasPartner = (hasCustomer || buyer is null) && Agrees(sale, found, Sale.Partner, behind.FirstOrDefault()?.GetAttributeValue<EntityReference?>(MarketplaceIdentity.Partner));
        var hasRole = hasPartner && Agrees(sale, found, Sale.Role, behind
            .Select(identity => identity.GetAttributeValue<OptionSetValue?>(MarketplaceIdentity.Role)).FirstOrDefault(role => role is not null));
        if (found.Attributes.Count > 0)
            service.Update(found);
        if (hasCustomer && hasRole)
            service.Update(new Entity(Sale.Table, sale.Id)
            {
                [Sale.State] = new OptionSetValue(Sale.StateOf.Settled),
                [Sale.Status] = new OptionSetValue(Sale.StatusOf.Matched),
            });
    }

    /// <summary>Whether the sale says what the identity says; a column that is empty is filled in.</summary>
    private static bool Agrees(Entity sale, Entity found, string column, object? value)
    {
        if (value is null)
            return false;
        if (sale.GetAttributeValue<object?>(column) is null)
            found[column] = value;
        else
            return !Changes.Of(sale, new Entity { [column] = value }).Any();

        return true;
    }

    private static Entity? Known(IEnumerable<Entity> identities, int kind, string account) => account.Length == 0 ? null : identities
        .Where(identity => identity.Option(MarketplaceIdentity.Kind) == kind
            && string.Equals(identity.Text(MarketplaceIdentity.Account), account, StringComparison.OrdinalIgnoreCase))
        .OrderBy(identity => identity.Text(MarketplaceIdentity.Agreement) == AllAgreements)
        .FirstOrDefault();

    private List<Entity> Identities(Entity sale)
    {
        var accounts = new[] { sale.Text(Sale.BuyerAccount), sale.Text(Sale.SubscriberAccount), sale.Text(Sale.SellerAccount) }
            .Where(account => account.Length > 0).Distinct().ToArray<object>();
        if (accounts.Length == 0 || sale.Option(Sale.Marketplace) is not { } marketplace || sale.Date(Sale.SoldOn) is not { } day)
            return [];

        var query = Queries
            .From(MarketplaceIdentity.Table, MarketplaceIdentity.Kind, MarketplaceIdentity.Account, MarketplaceIdentity.Agreement,
                MarketplaceIdentity.Customer, MarketplaceIdentity.Partner, MarketplaceIdentity.Role)
            .Where(MarketplaceIdentity.State, MarketplaceIdentity.StateOf.Active)
            .Where(MarketplaceIdentity.Marketplace, marketplace)
            .Where(MarketplaceIdentity.Account, ConditionOperator.In, accounts)
            .Where(MarketplaceIdentity.Agreement, ConditionOperator.In, sale.Text(Sale.Agreement), AllAgreements)
            .Where(MarketplaceIdentity.From, ConditionOperator.LessEqual, day);
        var open = query.Criteria.AddFilter(LogicalOperator.Or);
        open.AddCondition(MarketplaceIdentity.Until, ConditionOperator.Null);
        open.AddCondition(MarketplaceIdentity.Until, ConditionOperator.GreaterEqual, day);
        return service.All(query);
    }
}
