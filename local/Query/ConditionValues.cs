using System;
using System.Globalization;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>
/// What a condition compares with, as SQLite keeps it. FetchXML gives text, a query expression gives values, and the platform takes
/// either: a number for a choice, an id or a reference for a lookup.
/// </summary>
internal static class ConditionValues
{
    public static object ToCell(TableMetadata table, ColumnMetadata column, object value, ConditionOperator comparison = ConditionOperator.Equal)
    {
        try
        {
            return Convert(column, value, comparison);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException)
        {
            throw Faults.Argument($"Condition for attribute '{table.Name}.{column.Name}': '{System.Convert.ToString(value, CultureInfo.InvariantCulture)}' is no {column.Type}.");
        }
    }

    public static DateTime ToDate(TableMetadata table, ColumnMetadata column, object value) => value switch
    {
        DateTime date => date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date,
        DateTimeOffset date => date.UtcDateTime,
        string text when DateTime.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var date) => date,
        _ => throw Faults.Argument(
            $"Condition for attribute '{table.Name}.{column.Name}': '{System.Convert.ToString(value, CultureInfo.InvariantCulture)}' is no date."),
    };

    private static object Convert(ColumnMetadata column, object value, ConditionOperator comparison) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => System.Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
        ColumnType.WholeNumber or ColumnType.BigNumber => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ColumnType.Floating => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ColumnType.Decimal => ExactDecimal.ToBytes(Units(Decimal(value), ExactDecimal.Unit, comparison) ?? Int128.MinValue),
        ColumnType.Money => (long)(Units(Decimal(value), ExactMoney.Unit, comparison) ?? long.MinValue),
        ColumnType.YesNo => YesNo(value),
        ColumnType.DateTime => throw new InvalidCastException("Dates are compared as ranges."),
        ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.Choices =>
            value is OptionSetValue choice ? (long)choice.Value : System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        _ => Cells.ToBytes(Id(value)),
    };

    private static decimal Decimal(object value) => value switch
    {
        Money money => money.Value,
        string text => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        _ => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    /// <summary>
    /// A bound in whole units. One with more digits than the column can hold lies between two values: it moves to the neighbour that
    /// gives the same answer, and equals nothing (null).
    /// </summary>
    private static Int128? Units(decimal value, decimal unit, ConditionOperator comparison)
    {
        var units = value * unit;
        var below = Math.Floor(units);
        if (below == units)
        {
            return (Int128)units;
        }

        return comparison switch
        {
            ConditionOperator.GreaterThan or ConditionOperator.LessEqual => (Int128)below,
            ConditionOperator.GreaterEqual or ConditionOperator.LessThan => (Int128)below + 1,
            _ => null,
        };
    }

    private static long YesNo(object value) => value switch
    {
        bool flag => flag ? 1 : 0,
        "1" or "true" => 1,
        "0" or "false" => 0,
        _ => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    private static Guid Id(object value) => value switch
    {
        Guid id => id,
        EntityReference reference => reference.Id,
        string text => Guid.Parse(text),
        _ => throw new InvalidCastException(),
    };
}
