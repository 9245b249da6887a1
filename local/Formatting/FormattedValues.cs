using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Formatting;

/// <summary>
/// Values as text for people, in the formats of English (United States), which is what an environment starts with. Text and unique
/// identifiers have none. The same value gives the same text whatever the machine's culture is.
/// </summary>
internal static class FormattedValues
{
    private const string Date = "M/d/yyyy";
    private const string DateAndTime = "M/d/yyyy h:mm tt";
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    /// <summary>The text, or null where a value of this kind has none.</summary>
    /// <param name="column">Column that the value is of. An aggregate's value may be of another type: its own type decides then.</param>
    /// <param name="value">The value as the SDK has it.</param>
    /// <param name="context">User and currency.</param>
    public static string? Of(ColumnMetadata column, object value, FormatContext context) => value switch
    {
        OptionSetValue choice => column.Choice?.LabelOf(choice.Value),
        EntityReference reference => reference.Name,
        bool flag => column.Choice?.LabelOf(flag ? 1 : 0) ?? (flag ? "Yes" : "No"),
        Money money => OfMoney(column, money.Value, context),
        DateTime date => OfDate(column, date, context.Zone),
        int number => number.ToString("N0", Culture),
        long number => number.ToString("N0", Culture),
        decimal number => number.ToString(Digits(column.Precision), Culture),
        double number => number.ToString(Digits(column.Precision), Culture),
        OptionSetValueCollection choices => OfChoices(column, choices),
        _ => null,
    };

    /// <summary>An amount with its currency's symbol; a negative one in brackets.</summary>
    private static string OfMoney(ColumnMetadata column, decimal amount, FormatContext context)
    {
        var currency = column.BaseOf is null ? context.Currency : context.BaseCurrency;
        var digits = column.PrecisionSource switch
        {
            MoneyPrecisionSource.Currency => currency.Digits,
            MoneyPrecisionSource.Organization => context.PricingDigits,
            _ => column.BaseOf is null ? column.Precision : currency.Digits,
        };
        var text = currency.Symbol + Math.Abs(amount).ToString(Digits(digits), Culture);
        return amount < 0 ? $"({text})" : text;
    }

    /// <summary>A user-local time in the user's zone; the others as they are kept.</summary>
    private static string OfDate(ColumnMetadata column, DateTime date, TimeZoneInfo zone)
    {
        if (column.DateBehavior == DateBehavior.UserLocal && date.Kind != DateTimeKind.Unspecified && !ReferenceEquals(zone, TimeZoneInfo.Utc))
        {
            date = TimeZoneInfo.ConvertTimeFromUtc(date.ToUniversalTime(), zone);
        }

        return date.ToString(column.IsShownAsDate ? Date : DateAndTime, Culture);
    }

    private static string OfChoices(ColumnMetadata column, OptionSetValueCollection choices) =>
        string.Join("; ", choices.Select(c => column.Choice?.LabelOf(c.Value) ?? c.Value.ToString(Culture)));

    // A format string for each call would be garbage for each value.
    private static string Digits(int digits) => digits switch
    {
        0 => "N0",
        1 => "N1",
        2 => "N2",
        3 => "N3",
        4 => "N4",
        5 => "N5",
        10 => "N10",
        _ => "N" + digits.ToString(Culture),
    };
}
