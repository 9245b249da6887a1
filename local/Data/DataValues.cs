using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Data;

/// <summary>What the texts of a data file stand for. Lookups are resolved elsewhere.</summary>
internal static class DataValues
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The value, or null where the text does not fit the column's type; <paramref name="expected"/> then says what would.</summary>
    public static object? Read(ColumnMetadata column, string text, out string expected)
    {
        (expected, object? value) = column.Type switch
        {
            ColumnType.Text or ColumnType.Memo => ("text", text),
            ColumnType.WholeNumber => ("a whole number", int.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out var whole) ? whole : null),
            ColumnType.BigNumber => ("a whole number", long.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out var big) ? big : null),
            ColumnType.Decimal => ("a decimal number", Decimal(text)),
            ColumnType.Money => ("an amount", Decimal(text) is { } amount ? new Money(amount) : null),
            ColumnType.Floating => ("a number", double.TryParse(text, NumberStyles.Float, Culture, out var number) ? number : null),
            ColumnType.YesNo => ("True or False", YesNo(text)),
            ColumnType.DateTime => ("a date such as 2026-03-31T12:00:00Z", Date(column, text)),
            ColumnType.Choice or ColumnType.State or ColumnType.Status =>
                ("the number of an option", int.TryParse(text, NumberStyles.AllowLeadingSign, Culture, out var option) ? new OptionSetValue(option) : null),
            ColumnType.Choices => ("numbers of options such as [-1,1,2,-1]", Choices(text)),
            ColumnType.Image => ("an image in base 64", Bytes(text)),
            _ => ("a unique identifier", (object?)(Guid.TryParse(text, out var id) ? id : null)),
        };
        return value;
    }

    private static decimal? Decimal(string text) => decimal.TryParse(text, NumberStyles.Float, Culture, out var value) ? value : null;

    private static bool? YesNo(string text) => text switch
    {
        "1" => true,
        "0" => false,
        _ => bool.TryParse(text, out var value) ? value : null,
    };

    private static DateTime? Date(ColumnMetadata column, string text)
    {
        if (!DateTime.TryParse(text, Culture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date))
        {
            return null;
        }

        return column.DateBehavior == DateBehavior.UserLocal ? date : DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
    }

    // The tool puts -1 before and after the options.
    private static OptionSetValueCollection? Choices(string text)
    {
        var values = new OptionSetValueCollection();
        foreach (var part in text.Trim('[', ']').Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(p => p != "-1"))
        {
            if (!int.TryParse(part, NumberStyles.AllowLeadingSign, Culture, out var value))
            {
                return null;
            }

            values.Add(new OptionSetValue(value));
        }

        return values;
    }

    private static byte[]? Bytes(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : null;
    }
}
