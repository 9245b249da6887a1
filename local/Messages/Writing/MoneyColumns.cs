using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>The currency of a row and the amounts that follow from it.</summary>
internal static class MoneyColumns
{
    public const string Currency = "transactioncurrencyid";
    private const string Rate = "exchangerate";

    /// <summary>
    /// Gives a new row its currency (by default the one of its creator's settings, else the organization's base currency), rate and base
    /// amounts; null for a table without money.
    /// </summary>
    public static Currency? Complete(Organization organization, TableMetadata table, Entity target, Guid creator)
    {
        if (table.MoneyColumns.Count == 0)
        {
            return null;
        }

        var currency = target.GetAttributeValue<EntityReference>(Currency) is { } chosen
            ? organization.Currencies.Find(organization.Writer.Keys.Resolve(organization.Table(Currencies.Table), chosen))
            : organization.Currencies.Of(creator);
        target[Currency] = new EntityReference(Currencies.Table, currency.Id);
        target[Rate] = currency.Rate;
        SetBaseAmounts(organization, table, target, currency.Rate);
        return currency;
    }

    /// <summary>
    /// Brings rate and base amounts of an update in line; null where it writes no money and no currency. Writing an amount takes the
    /// currency's rate as it is now, for all amounts of the row.
    /// </summary>
    public static Currency? CompleteUpdate(Organization organization, TableMetadata table, Entity target)
    {
        if (table.MoneyColumns.Count == 0)
        {
            return null;
        }

        var changesCurrency = target.Contains(Currency);
        if (!changesCurrency && !table.MoneyColumns.Any(c => target.Contains(c.Name)))
        {
            return null;
        }

        var row = organization.Rows.Read(table, target.Id, [table[Currency], table[Rate], .. table.MoneyColumns])
            ?? throw Faults.MissingRow(table.Name, target.Id);
        var chosen = (changesCurrency ? target : row).GetAttributeValue<EntityReference>(Currency);
        var currency = chosen is null ? organization.Currencies.Base : organization.Currencies.Find(chosen.Id);
        if (!changesCurrency && row.GetAttributeValue<decimal?>(Rate) == currency.Rate)
        {
            SetBaseAmounts(organization, table, target, currency.Rate);
            return currency;
        }

        target[Currency] = new EntityReference(Currencies.Table, currency.Id);
        target[Rate] = currency.Rate;
        foreach (var column in table.MoneyColumns.Where(c => !target.Contains(c.Name) && row.Contains(c.Name)))
        {
            target[column.Name] = row[column.Name];
        }

        SetBaseAmounts(organization, table, target, currency.Rate);
        return currency;
    }

    private static void SetBaseAmounts(Organization organization, TableMetadata table, Entity target, decimal rate)
    {
        foreach (var column in table.Columns)
        {
            if (column.BaseOf is { } source && target.Attributes.TryGetValue(source, out var value))
            {
                target[column.Name] = value is Money amount ? organization.Currencies.ToBase(amount, rate) : null;
            }
        }
    }
}
