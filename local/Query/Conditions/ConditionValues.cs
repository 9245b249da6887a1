using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Dates;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>
/// What a condition compares with, as SQLite keeps it. FetchXML gives text that is read as the column's type; a query expression gives
/// values, which must have that type already (a choice, reference or amount counts as what is in it).
/// </summary>
internal sealed class ConditionValues(QueryContext context)
{
    public static object ToCell(ResolvedColumn column, object? value, bool isText, ConditionOperator comparison = ConditionOperator.Equal)
    {
        if (value is null)
        {
            throw QueryErrors.NoValue(column);
        }

        try
        {
            return Convert(column.Column, isText || Reads(column.Column, value) ? value : throw Unexpected(column, value), comparison);
        }
        catch (Exception e) when (e is FormatException or InvalidCastException or OverflowException or ArgumentException)
        {
            throw Unreadable(column, value, e);
        }
    }

    /// <summary>A date on the user's clock. A day or time without a zone is one on the user's clock.</summary>
    public DateTime ToWall(ResolvedColumn column, object? value)
    {
        var isLocal = column.Column.DateBehavior == DateBehavior.UserLocal;
        switch (value)
        {
            case DateTime { Kind: DateTimeKind.Unspecified } date:
                return date;
            case DateTime date:
                var utc = date.Kind == DateTimeKind.Local ? date.ToUniversalTime() : date;
                return isLocal ? UserClock.FromUtc(utc, context.Zone) : utc;
            case DateTimeOffset date:
                return isLocal ? UserClock.FromUtc(date.UtcDateTime, context.Zone) : date.UtcDateTime;
            case string text when DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date):
                return isLocal && HasZone(text) ? UserClock.FromUtc(date.UtcDateTime, context.Zone) : HasZone(text) ? date.UtcDateTime : date.DateTime;
            case null:
                throw QueryErrors.NoValue(column);
            default:
                throw value is string
                    ? Unreadable(column, value, new FormatException("String was not recognized as a valid DateTime."))
                    : Unexpected(column, value);
        }
    }

    /// <summary>A number of units.</summary>
    public static int ToCount(ResolvedColumn column, QueryCondition condition, int index = 0)
    {
        var value = index < condition.Values.Count ? condition.Values[index] : null;
        return value switch
        {
            int number => number,
            long number and >= int.MinValue and <= int.MaxValue => (int)number,
            string text when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
            null => throw QueryErrors.Count(column, condition, "a whole number"),
            _ => throw Faults.Argument($"Condition for attribute '{column.FullName}': {condition.Operator} takes a whole number, not '{Shown(value)}'."),
        };
    }

    /// <summary>The numbers of a multiple choice's value.</summary>
    public static IEnumerable<int> ToChoices(ResolvedColumn column, object value, bool isText)
    {
        var cell = (string)ToCell(column, value, isText);
        return cell.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(v => int.Parse(v, CultureInfo.InvariantCulture));
    }

    /// <summary>The cell of a multiple choice with these numbers.</summary>
    public static string ToSet(IEnumerable<int> numbers) =>
        "," + string.Concat(numbers.Distinct().Order().Select(v => v.ToString(CultureInfo.InvariantCulture) + ","));

    /// <summary>The type that the SDK has for values of the column.</summary>
    public static Type TypeOf(ColumnMetadata column) => column.Type switch
    {
        ColumnType.WholeNumber or ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.Choices => typeof(int),
        ColumnType.BigNumber => typeof(long),
        ColumnType.Floating => typeof(double),
        ColumnType.Decimal or ColumnType.Money => typeof(decimal),
        ColumnType.YesNo => typeof(bool),
        ColumnType.DateTime => typeof(DateTime),
        ColumnType.Text or ColumnType.Memo => typeof(string),
        _ => typeof(Guid),
    };

    private static bool HasZone(string text) =>
        text.EndsWith('Z') || (text.IndexOf(':', StringComparison.Ordinal) is > 0 and var time && text.AsSpan(time).IndexOfAny('+', '-') > 0);

    private static bool Reads(ColumnMetadata column, object value) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => value is string,
        ColumnType.WholeNumber or ColumnType.BigNumber => value is int or long or short or byte,
        ColumnType.Choice or ColumnType.State or ColumnType.Status => value is int or long or short or byte or OptionSetValue or Enum,
        ColumnType.Choices => value is int or long or OptionSetValue or OptionSetValueCollection or Enum or string,
        ColumnType.Floating or ColumnType.Decimal => value is int or long or short or byte or decimal or double or float,
        ColumnType.Money => value is int or long or short or byte or decimal or double or float or Money,
        ColumnType.YesNo => value is bool or int,
        _ => value is Guid or EntityReference || (value is string text && Guid.TryParse(text, out _)),
    };

    private static FaultException<OrganizationServiceFault> Unexpected(ResolvedColumn column, object value) => Faults.Argument(
        $"Condition for attribute '{column.FullName}': expected argument(s) of type '{TypeOf(column.Column)}' but received '{value.GetType()}'.");

    private static FaultException<OrganizationServiceFault> Unreadable(ResolvedColumn column, object value, Exception why) => Faults.Argument(
        $"An exception {why.GetType()} was thrown while trying to convert input value '{Shown(value)}' to attribute '{column.FullName}'. Expected type of attribute value: {TypeOf(column.Column)}. Exception raised: {why.Message}");

    private static string? Shown(object value) => System.Convert.ToString(value, CultureInfo.InvariantCulture);

    private static object Convert(ColumnMetadata column, object value, ConditionOperator comparison) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => (string)value,
        ColumnType.WholeNumber => (long)System.Convert.ToInt32(value, CultureInfo.InvariantCulture),
        ColumnType.BigNumber => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ColumnType.Floating => System.Convert.ToDouble(value, CultureInfo.InvariantCulture),
        ColumnType.Decimal => ExactDecimal.ToBytes(Units(Decimal(value), ExactDecimal.Unit, comparison) ?? Int128.MinValue),
        ColumnType.Money => Amount(Units(Decimal(value), ExactMoney.Unit, comparison) ?? long.MinValue),
        ColumnType.YesNo => YesNo(value),
        ColumnType.DateTime => throw new InvalidCastException("Dates are compared as spans of time."),
        ColumnType.Choice or ColumnType.State or ColumnType.Status => (long)Number(value),
        ColumnType.Choices => Choices(value),
        _ => Cells.ToBytes(Id(value)),
    };

    private static int Number(object value) => value is OptionSetValue choice ? choice.Value : System.Convert.ToInt32(value, CultureInfo.InvariantCulture);

    private static string Choices(object value)
    {
        IEnumerable<int> numbers = value switch
        {
            OptionSetValueCollection many => many.Select(o => o.Value),
            string text => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(v => int.Parse(v, CultureInfo.InvariantCulture)),
            _ => [Number(value)],
        };
        return ToSet(numbers);
    }

    private static decimal Decimal(object value) => value switch
    {
        Money money => money.Value,
        string text => decimal.Parse(text, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture),
        _ => System.Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    };

    /// <summary>An amount beyond those that a column holds is larger (or smaller) than all of them: SQLite compares whole numbers with others exactly.</summary>
    private static object Amount(Int128 units) =>
        units > long.MaxValue ? double.MaxValue : units < long.MinValue ? double.MinValue : (long)units;

    /// <summary>
    /// A bound in whole units. One with more digits than the column can hold lies between two values: it moves to the neighbour that
    /// gives the same answer, and equals nothing (null).
    /// </summary>
    private static Int128? Units(decimal value, decimal unit, ConditionOperator comparison)
    {
        if (Math.Abs(value) > decimal.MaxValue / unit)
        {
            return value > 0 ? Int128.MaxValue : Int128.MinValue; // beyond all that a column holds
        }

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
        "1" => 1,
        "0" => 0,
        string text => bool.Parse(text) ? 1 : 0,
        _ => System.Convert.ToInt64(value, CultureInfo.InvariantCulture),
    };

    private static Guid Id(object value) => value switch
    {
        Guid id => id,
        EntityReference reference => reference.Id,
        _ => Guid.Parse((string)value),
    };
}
