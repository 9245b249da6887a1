using System;
using System.Globalization;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>The span of time that a date operator means: from (inclusive) to (exclusive), either of them open. Weeks start on Sunday; UTC.</summary>
internal readonly record struct DateRange(DateTime? From, DateTime? To)
{
    /// <summary>The range of an operator, or null where the operator is no range of dates.</summary>
    public static DateRange? Of(TableMetadata table, ColumnMetadata column, QueryCondition condition, DateTime now)
    {
        var today = now.Date;
        var week = today.AddDays(-(int)today.DayOfWeek);
        var month = new DateTime(today.Year, today.Month, 1);
        var year = new DateTime(today.Year, 1, 1);
        var soon = now.AddSeconds(1);
        return condition.Operator switch
        {
            ConditionOperator.Equal => Point(Value(), column),
            ConditionOperator.On => Day(Value().Date),
            ConditionOperator.OnOrBefore => new(null, Value().Date.AddDays(1)),
            ConditionOperator.OnOrAfter => new(Value().Date, null),
            ConditionOperator.Yesterday => Day(today.AddDays(-1)),
            ConditionOperator.Today => Day(today),
            ConditionOperator.Tomorrow => Day(today.AddDays(1)),
            ConditionOperator.Last7Days => new(today.AddDays(-7), soon),
            ConditionOperator.Next7Days => new(now, today.AddDays(8)),
            ConditionOperator.LastWeek => new(week.AddDays(-7), week),
            ConditionOperator.ThisWeek => new(week, week.AddDays(7)),
            ConditionOperator.NextWeek => new(week.AddDays(7), week.AddDays(14)),
            ConditionOperator.LastMonth => new(month.AddMonths(-1), month),
            ConditionOperator.ThisMonth => new(month, month.AddMonths(1)),
            ConditionOperator.NextMonth => new(month.AddMonths(1), month.AddMonths(2)),
            ConditionOperator.LastYear => new(year.AddYears(-1), year),
            ConditionOperator.ThisYear => new(year, year.AddYears(1)),
            ConditionOperator.NextYear => new(year.AddYears(1), year.AddYears(2)),
            ConditionOperator.LastXHours => new(now.AddHours(-Count()), soon),
            ConditionOperator.NextXHours => new(now, soon.AddHours(Count())),
            ConditionOperator.LastXDays => new(today.AddDays(-Count()), soon),
            ConditionOperator.NextXDays => new(now, today.AddDays(Count() + 1)),
            ConditionOperator.LastXWeeks => new(today.AddDays(-7 * Count()), soon),
            ConditionOperator.NextXWeeks => new(now, today.AddDays((7 * Count()) + 1)),
            ConditionOperator.LastXMonths => new(today.AddMonths(-Count()), soon),
            ConditionOperator.NextXMonths => new(now, today.AddMonths(Count()).AddDays(1)),
            ConditionOperator.LastXYears => new(today.AddYears(-Count()), soon),
            ConditionOperator.NextXYears => new(now, today.AddYears(Count()).AddDays(1)),
            ConditionOperator.OlderThanXDays => new(null, today.AddDays(-Count())),
            ConditionOperator.OlderThanXMonths => new(null, today.AddMonths(-Count())),
            _ => null,
        };

        DateTime Value() => condition.Values.Count == 1
            ? ConditionValues.ToDate(table, column, condition.Values[0])
            : throw Faults.Argument($"Condition for attribute '{table.Name}.{column.Name}': {condition.Operator} takes one date.");

        int Count()
        {
            var value = condition.Values.Count == 1 ? condition.Values[0] : null;
            var number = value is string text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) ? parsed : value as int?;
            return number is > 0
                ? number.Value
                : throw Faults.Argument($"Condition for attribute '{table.Name}.{column.Name}': {condition.Operator} takes a whole number above 0.");
        }
    }

    /// <summary>The end as a bound of a date-only column, where a time of the day counts as the whole day.</summary>
    public DateTime? EndFor(ColumnMetadata column) =>
        To is { } to && column.DateBehavior == DateBehavior.DateOnly && to.TimeOfDay > TimeSpan.Zero ? to.Date.AddDays(1) : To;

    private static DateRange Day(DateTime day) => new(day, day.AddDays(1));

    private static DateRange Point(DateTime value, ColumnMetadata column) =>
        column.DateBehavior == DateBehavior.DateOnly ? Day(value.Date) : new(value, value.AddSeconds(1));
}
