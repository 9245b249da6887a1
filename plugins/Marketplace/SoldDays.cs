using System;
using CrmAddon.Plugins.Dataverse;
using Microsoft.Xrm.Sdk;
using Sale = CrmAddon.Plugins.Tables.MarketplaceTransaction;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>The days that a sale covers, both inclusive: from its own first day, or the day of the sale, until its last, or without an end.</summary>
internal readonly record struct SoldDays(DateTime From, DateTime? Until)
{
    /// <summary>The days of a sale; one that would end before it begins covers its first day.</summary>
    public static SoldDays Of(Entity sale)
    {
        var from = sale.Date(Sale.From) ?? sale.Date(Sale.SoldOn)!.Value;
        return new SoldDays(from, sale.Date(Sale.Until) is { } until && until < from ? from : sale.Date(Sale.Until));
    }

    /// <summary>Whether other days overlap with these or follow on them without a day between.</summary>
    public bool Touches(DateTime from, DateTime? until) =>
        (Until is not { } end || from <= end.AddDays(1)) && (until is not { } last || From <= last.AddDays(1));

    /// <summary>These and others together, with what is between.</summary>
    public SoldDays With(SoldDays other) => new(
        From < other.From ? From : other.From, Until is { } one && other.Until is { } two ? (one > two ? one : two) : null);
}
