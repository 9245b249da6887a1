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
/// The engagement that a matched sale opens: the partner is engaged with the customer for the days that the sale covers, and the usage of
/// those months is credited by the rules. Sales of the same customer, partner and role that follow on each other share one; it lasts
/// as long as its sales say, and goes with the last of them. An engagement that a person or a registration made stays as it is.
/// </summary>
internal sealed class SaleEngagement(IOrganizationService service)
{
    private static readonly string[] Columns =
        [Sale.Customer, Sale.Partner, Sale.Role, Sale.Kind, Sale.SoldOn, Sale.From, Sale.Until, Sale.Engagement, Sale.Status];

    /// <summary>Opens, moves or withdraws the engagement of a sale, so that it is as the sale stands now.</summary>
    public void Follow(Guid id)
    {
        var sale = service.Retrieve(Sale.Table, id, new ColumnSet(Columns));
        var linked = sale.Lookup(Sale.Engagement);
        if (!Opens(sale))
        {
            if (linked is { } former)
            {
                Link(id, null);
                Fit(former);
            }

            return;
        }

        if (linked is null)
        {
            var days = SoldDays.Of(sale);
            linked = Standing(sale, days) ?? Open(sale, days);
            Link(id, linked);
        }

        Fit(linked.Value);
    }

    /// <summary>
    /// Makes an engagement of sales last as long as the sales that it has; without one it goes. Where a sale in the middle has left, those after
    /// the gap engage the partner anew: the days between are nobody's.
    /// </summary>
    public void Fit(Guid id) => Fit(id, mayPart: true);

    private void Fit(Guid id, bool mayPart)
    {
        var row = service.Retrieve(
            Engagement.Table, id,
            new ColumnSet(
                Engagement.Customer, Engagement.Partner, Engagement.Role, Engagement.From, Engagement.Until, Engagement.Origin, Engagement.State));
        if (!IsOfSales(row))
            return;

        var runs = Runs(id);
        if (runs.Count == 0)
        {
            service.Delete(Engagement.Table, id);
            return;
        }

        // One that a person has set aside engages nobody, in one part or in two.
        var parts = mayPart && row.Option(Engagement.State) == Engagement.StateOf.Active;
        Stretch(row, parts ? runs[0].Days : runs.Select(run => run.Days).Aggregate((one, other) => one.With(other)));
        if (parts)
            foreach (var (days, sales) in runs.Skip(1))
                Move(sales, days, id);
    }

    /// <summary>The sales of an engagement, those that follow on each other together.</summary>
    private List<(SoldDays Days, List<Entity> Sales)> Runs(Guid engagement)
    {
        List<(SoldDays Days, List<Entity> Sales)> runs = [];
        foreach (var sale in service.All(Queries.From(Sale.Table, Columns).Where(Sale.Engagement, engagement)).OrderBy(sale => SoldDays.Of(sale).From))
        {
            var days = SoldDays.Of(sale);
            if (runs.Count > 0 && runs[^1].Days.Touches(days.From, days.Until))
                runs[^1] = (runs[^1].Days.With(days), [.. runs[^1].Sales, sale]);
            else
                runs.Add((days, [sale]));
        }

        return runs;
    }

    private void Move(List<Entity> sales, SoldDays days, Guid from)
    {
        var engagement = Standing(sales[0], days, from) ?? Open(sales[0], days);
        foreach (var sale in sales)
            Link(sale.Id, engagement);

        Fit(engagement, mayPart: false);
    }

    private void Stretch(Entity row, SoldDays days)
    {
        var fitted = new Entity(Engagement.Table, row.Id) { [Engagement.From] = days.From, [Engagement.Until] = days.Until };
        var changed = Changes.Of(row, fitted).ToList();
        foreach (var column in row.Attributes.Where(column => column.Key is Engagement.Customer or Engagement.Partner or Engagement.Role))
            fitted[column.Key] = column.Value;
        if (changed.Contains(Engagement.From) && Begun(fitted) is not null)
            changed.Remove(Engagement.From);
        if (changed.Count == 0)
            return;

        var update = new Entity(Engagement.Table, row.Id);
        foreach (var column in changed)
            update[column] = fitted[column];
        service.Update(update);
    }

    // Money that goes back engages nobody.
    private static bool Opens(Entity sale) => sale.Option(Sale.Status) == Sale.StatusOf.Matched
        && sale.Option(Sale.Kind) != Sale.KindOf.Refund
        && sale.Lookup(Sale.Customer) is not null && sale.Lookup(Sale.Partner) is not null && sale.Option(Sale.Role) is not null;

    private Guid? Standing(Entity sale, SoldDays days, Guid? except = null)
    {
        var rows = service.All(Queries.From(Engagement.Table, Engagement.From, Engagement.Until, Engagement.Origin)
            .Where(Engagement.Customer, sale.Lookup(Sale.Customer)!.Value)
            .Where(Engagement.Partner, sale.Lookup(Sale.Partner)!.Value)
            .Where(Engagement.Role, sale.Option(Sale.Role)!.Value)
            .Where(Engagement.State, Engagement.StateOf.Active));
        return rows
            .Where(row => row.Id != except && (IsOfSales(row)
                ? days.Touches(row.Date(Engagement.From)!.Value, row.Date(Engagement.Until))
                : row.Date(Engagement.From) <= days.From && !(row.Date(Engagement.Until) < days.From)))
            .OrderBy(IsOfSales).ThenBy(row => row.Date(Engagement.From))
            .FirstOrDefault()?.Id;
    }

    private Guid Open(Entity sale, SoldDays days)
    {
        var row = new Entity(Engagement.Table)
        {
            [Engagement.Customer] = sale[Sale.Customer],
            [Engagement.Partner] = sale[Sale.Partner],
            [Engagement.Role] = sale[Sale.Role],
            [Engagement.From] = days.From,
            [Engagement.Until] = days.Until,
            [Engagement.Origin] = new OptionSetValue(Engagement.OriginOf.Marketplace),
        };
        if (Begun(row) is not { } inactive)
            return service.Create(row);

        // The key knows no state: one that was set aside is the same engagement once more.
        service.Update(new Entity(Engagement.Table, inactive)
        {
            [Engagement.Until] = days.Until,
            [Engagement.Origin] = row[Engagement.Origin],
        });
        service.Update(new Entity(Engagement.Table, inactive)
        {
            [Engagement.State] = new OptionSetValue(Engagement.StateOf.Active),
            [Engagement.Status] = new OptionSetValue(1),
        });
        return inactive;
    }

    private void Link(Guid sale, Guid? engagement) => service.Update(new Entity(Sale.Table, sale)
    {
        [Sale.Engagement] = engagement is { } id ? new EntityReference(Engagement.Table, id) : null,
    });

    /// <summary>An engagement of the same customer, partner and role that begins on the same day; there is one at most.</summary>
    private Guid? Begun(Entity engagement) => service.First(Queries.From(Engagement.Table, Engagement.Id)
        .Where(Engagement.Customer, engagement.Lookup(Engagement.Customer)!.Value)
        .Where(Engagement.Partner, engagement.Lookup(Engagement.Partner)!.Value)
        .Where(Engagement.Role, engagement.Option(Engagement.Role)!.Value)
        .Where(Engagement.From, engagement.Date(Engagement.From)!.Value))?.Id;

    private static bool IsOfSales(Entity engagement) => engagement.Option(Engagement.Origin) == Engagement.OriginOf.Marketplace;
}
