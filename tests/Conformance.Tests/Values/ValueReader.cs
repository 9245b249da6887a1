using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Values;

/// <summary>
/// Values as a case writes them, turned into the SDK's. The column's type decides; <c>(decimal) 5</c> asks for a type by its name, which
/// is how a case sends a wrong one.
/// </summary>
internal static class ValueReader
{
    public static object? Read(Block block, SolutionMetadata metadata, Names names, string table, string column, string text)
    {
        if (text == "null")
        {
            return null;
        }

        if (text.StartsWith('(') && text.IndexOf(')', StringComparison.Ordinal) is var end and > 0)
        {
            return Typed(block, names, text[1..end], text[(end + 1)..].Trim());
        }

        var known = metadata.Find(table)?.Find(column);
        try
        {
            return known is null ? Untyped(text) : Of(block, known, names, text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            throw block.Error($"'{text}' is no value of {table}.{column} ({known!.Type}).", e);
        }
    }

    /// <summary>A date as cases write it, in UTC unless the column says otherwise.</summary>
    public static DateTime Date(string text, DateTimeKind kind = DateTimeKind.Utc) => DateTime.SpecifyKind(
        DateTime.ParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None),
        kind);

    private static object Typed(Block block, Names names, string type, string text) => type switch
    {
        "text" => text.Unquote(),
        "whole" => int.Parse(text, CultureInfo.InvariantCulture),
        "big" => long.Parse(text, CultureInfo.InvariantCulture),
        "decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
        "float" => double.Parse(text, CultureInfo.InvariantCulture),
        "money" => new Money(decimal.Parse(text, CultureInfo.InvariantCulture)),
        "yes/no" => text == "yes",
        "date" => Date(text),
        "choice" => new OptionSetValue(int.Parse(text, CultureInfo.InvariantCulture)),
        "reference" => names.Read(block, text),
        "guid" => Guid.TryParse(text, out var id) ? id : names.Read(block, text).Id,
        "guids" => text.Trim('[', ']').At(',').Select(t => names.Read(block, t).Id).ToArray(),
        "texts" => text.At(',').Select(t => t.Unquote()).ToArray(),
        _ => throw block.Error($"'({type})' is no type of value."),
    };

    private static object Untyped(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : text.Unquote();

    private static object Of(Block block, ColumnMetadata column, Names names, string text) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => text.Unquote(),
        ColumnType.WholeNumber => int.Parse(text, CultureInfo.InvariantCulture),
        ColumnType.BigNumber => long.Parse(text, CultureInfo.InvariantCulture),
        ColumnType.Decimal => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        ColumnType.Floating => double.Parse(text, CultureInfo.InvariantCulture),
        ColumnType.Money => new Money(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture)),
        ColumnType.YesNo => text is "yes" or "true" ? true : text is "no" or "false" ? false : throw new FormatException(),
        ColumnType.DateTime => Date(text, column.DateBehavior == DateBehavior.UserLocal ? DateTimeKind.Utc : DateTimeKind.Unspecified),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => new OptionSetValue(Choice(column, text)),
        ColumnType.Choices => new OptionSetValueCollection(
            [.. text.Trim('[', ']').At(',').Where(t => t.Length > 0).Select(t => new OptionSetValue(Choice(column, t)))]),
        ColumnType.Lookup => names.Read(block, text),
        ColumnType.Id or ColumnType.Guid => Guid.TryParse(text, out var id) ? id : names.Read(block, text).Id,
        _ => throw block.Error($"a value of {column.Name} ({column.Type}) can't be written in a case."),
    };

    private static int Choice(ColumnMetadata column, string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        var label = text.Unquote();
        return column.Choice?.Options.FirstOrDefault(o => o.Label == label)?.Value ?? throw new FormatException($"'{label}' is no label of {column.Name}.");
    }
}
