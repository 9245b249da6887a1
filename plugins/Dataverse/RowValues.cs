using System;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>Reads columns of late-bound rows as plain values.</summary>
internal static class RowValues
{
    public static Guid? Lookup(this Entity row, string column) => row.GetAttributeValue<EntityReference?>(column)?.Id;

    public static decimal Amount(this Entity row, string column) => row.GetAttributeValue<Money?>(column)?.Value ?? 0m;

    public static int? Option(this Entity row, string column) => row.GetAttributeValue<OptionSetValue?>(column)?.Value;

    public static string Text(this Entity row, string column) => row.GetAttributeValue<string?>(column) ?? "";

    public static DateTime? Date(this Entity row, string column) => row.GetAttributeValue<DateTime?>(column);

    public static Month? Month(this Entity row, string column) =>
        row.Date(column) is { } day ? Rules.Month.Of(day) : null;

    /// <summary>The text, cut to a column's length.</summary>
    public static string Cut(this string text, int length) => text.Length <= length ? text : text.Substring(0, length - 1) + "…";

    /// <summary>A column of a linked table; its type's default where the link found no row or the column is empty.</summary>
    public static T? Linked<T>(this Entity row, string alias, string column) =>
        row.GetAttributeValue<AliasedValue?>(alias + "." + column)?.Value is T value ? value : default;

    /// <summary>The columns of a linked table as a row of their own.</summary>
    public static Entity Linked(this Entity row, string alias)
    {
        var linked = new Entity();
        foreach (var attribute in row.Attributes)
            if (attribute.Value is AliasedValue value && attribute.Key.StartsWith(alias + ".", StringComparison.Ordinal))
                linked[attribute.Key.Substring(alias.Length + 1)] = value.Value;

        return linked;
    }
}
