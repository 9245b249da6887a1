using System;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Values;

/// <summary>The SDK's values as cases write them.</summary>
internal static class ValueText
{
    public static object? Bare(object? value) => value is AliasedValue aliased ? Bare(aliased.Value) : value;

    public static string Of(object? value, Names names) => Bare(value) switch
    {
        null => string.Empty,
        string text => text,
        bool flag => flag ? "yes" : "no",
        Money money => Of(money.Value),
        decimal number => Of(number),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime date => Of(date),
        OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection choices => "[" + string.Join(", ", choices.Select(c => c.Value.ToString(CultureInfo.InvariantCulture))) + "]",
        EntityReference row => names.NameOf(row.Id) ?? $"{row.LogicalName}:{row.Id:D}",
        Guid id => names.NameOf(id) ?? id.ToString("D"),
        Entity row => names.NameOf(row.Id) ?? $"{row.LogicalName}:{row.Id:D}",
        EntityCollection rows => "[" + string.Join(", ", rows.Entities.Select(r => Of(r, names))) + "]",
        EntityReferenceCollection rows => "[" + string.Join(", ", rows.Select(r => Of(r, names))) + "]",
        Enum flags => flags.ToString(),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    /// <summary>The type as the column declarations call it.</summary>
    public static string TypeOf(object? value) => value is AliasedValue aliased ? "aliased " + TypeOf(aliased.Value) : value switch
    {
        null => "none",
        string => "text",
        int => "whole",
        long => "big",
        decimal => "decimal",
        double => "float",
        Money => "money",
        bool => "yes/no",
        DateTime => "date",
        OptionSetValue => "choice",
        OptionSetValueCollection => "choices",
        EntityReference row => "reference to " + row.LogicalName,
        Guid => "guid",
        _ => value.GetType().Name,
    };

    private static string Of(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static string Of(DateTime date) => date.ToString(
        date.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : date.Second == 0 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
