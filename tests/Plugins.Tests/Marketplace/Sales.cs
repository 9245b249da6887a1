using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Marketplace;

/// <summary>Short ways to tell of marketplace sales and of whose accounts they are.</summary>
internal static class Sales
{
    public const string BuyerAccount = "111122223333";
    public const string SellerAccount = "999988887777";

    private const int Aws = 770000000;

    /// <summary>A sale of AWS, by its days; its id at the marketplace is the number.</summary>
    public static Guid Sold(this World world, string id, string on, string? until = null, int kind = Aws, Action<Entity>? with = null)
    {
        var row = new Entity(MarketplaceTransaction.Table)
        {
            [MarketplaceTransaction.Name] = "AWS " + id,
            [MarketplaceTransaction.Marketplace] = new OptionSetValue(Aws),
            [MarketplaceTransaction.TransactionId] = id,
            [MarketplaceTransaction.Kind] = new OptionSetValue(kind),
            [MarketplaceTransaction.BuyerAccount] = BuyerAccount,
            [MarketplaceTransaction.Agreement] = "agmt-1",
            [MarketplaceTransaction.SoldOn] = World.Day(on),
            [MarketplaceTransaction.Until] = until is null ? null : World.Day(until),
            ["cov_amount"] = new Money(1_000m),
            ["transactioncurrencyid"] = new EntityReference(Currency.Table, world.Dollar),
        };
        with?.Invoke(row);
        return world.Service.Create(row);
    }

    /// <summary>Matches a sale by hand.</summary>
    public static void Match(this World world, Guid sale, Guid customer, Guid partner, string role = "MSP")
    {
        world.Service.Update(new Entity(MarketplaceTransaction.Table, sale)
        {
            [MarketplaceTransaction.Customer] = new EntityReference(Account.Table, customer),
            [MarketplaceTransaction.Partner] = new EntityReference(Partner.Table, partner),
            [MarketplaceTransaction.Role] = Roles.OptionOf(role),
        });
        world.Settle(sale, MarketplaceTransaction.StatusOf.Matched);
    }

    /// <summary>Sets the status of a sale, as the approver does.</summary>
    public static void Settle(this World world, Guid sale, int status) => world.As(world.Approver).Update(World.Status(
        MarketplaceTransaction.Table, sale,
        status == MarketplaceTransaction.StatusOf.Unmatched ? MarketplaceTransaction.StateOf.Open : MarketplaceTransaction.StateOf.Settled, status));

    /// <summary>It is known whose account it is from 2026-01-01 on.</summary>
    public static Guid Know(this World world, string account, string agreement, Guid? customer = null, Guid? partner = null, string? role = null) =>
        world.Service.Create(new Entity(MarketplaceIdentity.Table)
        {
            [MarketplaceIdentity.Marketplace] = new OptionSetValue(Aws),
            [MarketplaceIdentity.Kind] = new OptionSetValue(
                customer is null ? MarketplaceIdentity.KindOf.Seller : MarketplaceIdentity.KindOf.Buyer),
            [MarketplaceIdentity.Account] = account,
            [MarketplaceIdentity.Agreement] = agreement,
            [MarketplaceIdentity.From] = World.Day("2026-01-01"),
            [MarketplaceIdentity.Customer] = customer is { } known ? new EntityReference(Account.Table, known) : null,
            [MarketplaceIdentity.Partner] = partner is { } behind ? new EntityReference(Partner.Table, behind) : null,
            [MarketplaceIdentity.Role] = role is null ? null : Roles.OptionOf(role),
        });

    /// <summary>What has become of a sale, such as <c>matched Relay Reseller</c>.</summary>
    public static string Fate(this World world, Guid sale)
    {
        var row = world.Row(MarketplaceTransaction.Table, sale);
        return string.Join(" ", new[]
        {
            row.Option(MarketplaceTransaction.Status) == MarketplaceTransaction.StatusOf.Matched ? "matched" : "unmatched",
            row.Lookup(MarketplaceTransaction.Customer) is { } customer ? world.Row(Account.Table, customer).Text(Account.Name) : "-",
            row.Lookup(MarketplaceTransaction.Partner) is { } partner ? world.Row(Partner.Table, partner).Text(Partner.Code) : "-",
            row.GetAttributeValue<OptionSetValue?>(MarketplaceTransaction.Role) is { } role ? Roles.NameOf(role) : "-",
        });
    }

    /// <summary>The engagements, such as <c>Relay MSP 2026-03-01 to 2026-03-31</c>, by text.</summary>
    public static string Engagements(this World world)
    {
        var query = Queries.From(Engagement.Table, Engagement.Role, Engagement.From, Engagement.Until, Engagement.Origin);
        query.Outer(Engagement.Partner, Partner.Table, Partner.Id, "p", Partner.Code);
        return string.Join("\n", world.Service.All(query).Select(row => FormattableString.Invariant(
            $"{row.Linked<string>("p", Partner.Code)} {Roles.NameOf(row.GetAttributeValue<OptionSetValue>(Engagement.Role)!)} {row.Date(Engagement.From):yyyy-MM-dd} to {row.Date(Engagement.Until):yyyy-MM-dd}"))
            .Order(StringComparer.Ordinal));
    }
}
