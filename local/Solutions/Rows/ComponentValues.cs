using System;
using System.Collections.Generic;
using System.Globalization;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Rows;

/// <summary>What solution files say, as the values that columns hold.</summary>
internal static class ComponentValues
{
    /// <summary>The value; null where the text is none.</summary>
    public static object? Of(ColumnMetadata column, object? value) => value switch
    {
        null => null,
        string text => Parse(column, text),
        int number => column.Type switch
        {
            ColumnType.WholeNumber => number,
            ColumnType.YesNo => number != 0,
            _ => new OptionSetValue(number),
        },
        _ => value,
    };

    public static bool Same(object? one, object? other) => (one, other) switch
    {
        (OptionSetValue a, OptionSetValue b) => a.Value == b.Value,
        (EntityReference a, EntityReference b) => a.Id == b.Id,
        (null, string { Length: 0 }) or (string { Length: 0 }, null) => true,
        _ => EqualityComparer<object?>.Default.Equals(one, other),
    };

    private static object? Parse(ColumnMetadata column, string text) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => text,
        ColumnType.YesNo => text is "1" || text.Equals("true", StringComparison.OrdinalIgnoreCase),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => Number(text) is { } number ? new OptionSetValue(number) : null,
        ColumnType.WholeNumber => Number(text),
        ColumnType.Guid => Guid.TryParse(text, out var id) ? id : null,
        _ => null,
    };

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
