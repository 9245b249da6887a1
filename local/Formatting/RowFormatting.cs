using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages.Writing;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Formatting;

/// <summary>Gives the rows of an answer what people read: the names of lookups and the text of every value.</summary>
internal sealed class RowFormatting(Organization organization)
{
    private readonly ReferenceNames _names = new(organization);

    /// <summary>Fills names and formatted values of rows, aliased values included, as this caller sees them.</summary>
    public void Fill(IReadOnlyList<Entity> rows, Caller caller)
    {
        if (rows.Count == 0)
        {
            return;
        }

        _names.Fill(rows);
        var context = ContextOf(caller);
        TableMetadata? table = null;
        foreach (var row in rows)
        {
            if (table?.Name != row.LogicalName)
            {
                table = organization.Table(row.LogicalName);
            }

            Fill(row, table, context);
        }
    }

    /// <summary>The caller's zone, and the organization's currency until a row says another.</summary>
    public FormatContext ContextOf(Caller caller)
    {
        var currency = organization.Currencies.Base;
        return new FormatContext(organization.UserTime.ZoneOf(caller.UserId), currency, currency, organization.Currencies.PricingDigits);
    }

    private void Fill(Entity row, TableMetadata table, FormatContext context)
    {
        foreach (var (name, value) in row.Attributes)
        {
            var text = value switch
            {
                null or string or Guid => null,
                AliasedValue aliased => OfAliased(row, name, aliased, context),
                Money when table.Find(name) is { } column => FormattedValues.Of(column, value, In(context, row, MoneyColumns.Currency)),
                _ when table.Find(name) is { } column => FormattedValues.Of(column, value, context),
                _ => null,
            };
            if (text is not null)
            {
                row.FormattedValues[name] = text;
            }
        }
    }

    private string? OfAliased(Entity row, string name, AliasedValue aliased, FormatContext context)
    {
        if (aliased.Value is null or string or Guid || aliased.EntityLogicalName is null || aliased.AttributeLogicalName is null
            || organization.Metadata.Find(aliased.EntityLogicalName)?.Find(aliased.AttributeLogicalName) is not { } column)
        {
            return null;
        }

        // The linked row's currency, where the query asked for it too.
        var dot = aliased.Value is Money ? name.IndexOf('.', StringComparison.Ordinal) : -1;
        return FormattedValues.Of(column, aliased.Value, dot < 0 ? context : In(context, row, name[..(dot + 1)] + MoneyColumns.Currency));
    }

    private FormatContext In(FormatContext context, Entity row, string currencyAttribute)
    {
        row.Attributes.TryGetValue(currencyAttribute, out var value);
        return (value as EntityReference ?? (value as AliasedValue)?.Value as EntityReference) is { } currency
            ? context with { Currency = organization.Currencies.Find(currency.Id) }
            : context;
    }
}
