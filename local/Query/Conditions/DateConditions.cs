using System;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Dates;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>Conditions on dates: each becomes a span of time on the user's clock.</summary>
internal sealed class DateConditions(QueryContext context, ConditionValues values)
{
    public void Write(QueryCondition condition, ResolvedColumn column)
    {
        var op = condition.Operator;
        if (RelativeDates.NeedsTime(op) && column.Column.DateBehavior == DateBehavior.DateOnly)
        {
            throw QueryErrors.Operator(column, condition);
        }

        if (RelativeDates.Of(op, context.UserNow, () => context.Fiscal) is { } span)
        {
            WriteSpan(column, span);
        }
        else if (RelativeDates.Counts(op))
        {
            var count = ConditionValues.ToCount(column, condition);
            WriteSpan(column, RelativeDates.Of(op, count > 0 ? count : throw QueryErrors.Count(column, condition, "a whole number above 0"), context.UserNow, () => context.Fiscal));
        }
        else if (!WriteCompared(condition, column) && !WriteFiscal(condition, column))
        {
            throw QueryErrors.Operator(column, condition);
        }
    }

    private bool WriteCompared(QueryCondition condition, ResolvedColumn column)
    {
        switch (condition.Operator)
        {
            case ConditionOperator.On:
                WriteSpan(column, DateRange.Day(One().Date));
                break;
            case ConditionOperator.NotOn:
                WriteOutside(column, DateRange.Day(One().Date));
                break;
            case ConditionOperator.OnOrBefore:
                WriteSpan(column, DateRange.Day(One().Date) with { From = null });
                break;
            case ConditionOperator.OnOrAfter:
                WriteSpan(column, new DateRange(One().Date, null));
                break;
            case ConditionOperator.Equal:
                WriteSpan(column, Moment(One(), column));
                break;
            case ConditionOperator.NotEqual:
                WriteOutside(column, Moment(One(), column));
                break;
            case ConditionOperator.GreaterThan:
                if (Moment(One(), column).To is { } behind)
                {
                    WriteSpan(column, new DateRange(behind, null));
                }
                else
                {
                    context.Sql.Add("0");
                }

                break;
            case ConditionOperator.GreaterEqual:
                WriteSpan(column, new DateRange(One(), null));
                break;
            case ConditionOperator.LessThan:
                WriteSpan(column, new DateRange(null, Moment(One(), column).From));
                break;
            case ConditionOperator.LessEqual:
                WriteSpan(column, new DateRange(null, Moment(One(), column).To));
                break;
            case ConditionOperator.Between or ConditionOperator.NotBetween:
                WriteBetween(condition, column);
                break;
            case ConditionOperator.In or ConditionOperator.NotIn:
                WriteIn(condition, column);
                break;
            default:
                return false;
        }

        return true;

        DateTime One() => values.ToWall(column, ConditionSql.One(column, condition));
    }

    private bool WriteFiscal(QueryCondition condition, ResolvedColumn column)
    {
        var fiscal = context.Fiscal;
        switch (condition.Operator)
        {
            case ConditionOperator.InFiscalYear:
                WriteSpan(column, fiscal.Year(Year(0)));
                return true;
            case ConditionOperator.InFiscalPeriod:
                context.Sql.Add(DatePartSql.Fiscal(DatePartSql.UserTime(column, context), fiscal)).Add(" % 100 = ")
                    .Parameter((long)ConditionValues.ToCount(column, condition));
                return true;
            case ConditionOperator.InFiscalPeriodAndYear or ConditionOperator.InOrBeforeFiscalPeriodAndYear or ConditionOperator.InOrAfterFiscalPeriodAndYear:
                if (condition.Values.Count != 2)
                {
                    throw QueryErrors.Count(column, condition, "a period and a year");
                }

                // A period that the year does not have holds no day.
                if (fiscal.Period(Year(1), ConditionValues.ToCount(column, condition)) is not { } span)
                {
                    context.Sql.Add("0");
                    return true;
                }

                WriteSpan(column, condition.Operator switch
                {
                    ConditionOperator.InOrBeforeFiscalPeriodAndYear => span with { From = null },
                    ConditionOperator.InOrAfterFiscalPeriodAndYear => span with { To = null },
                    _ => span,
                });
                return true;
            default:
                return false;
        }

        int Year(int index)
        {
            var year = ConditionValues.ToCount(column, condition, index);
            return year is > 1 and < 9990 ? year : throw QueryErrors.Count(column, condition, "a year of the calendar");
        }
    }

    private void WriteBetween(QueryCondition condition, ResolvedColumn column)
    {
        if (condition.Values.Count != 2)
        {
            throw QueryErrors.Count(column, condition, "two values");
        }

        var span = new DateRange(values.ToWall(column, condition.Values[0]), Moment(values.ToWall(column, condition.Values[1]), column).To);
        if (condition.Operator == ConditionOperator.Between)
        {
            WriteSpan(column, span);
            return;
        }

        context.Sql.Add("NOT ");
        WriteSpan(column, span);
    }

    private void WriteIn(QueryCondition condition, ResolvedColumn column)
    {
        var negated = condition.Operator == ConditionOperator.NotIn;
        context.Sql.Add(negated ? "(" + column.Sql + " IS NULL OR NOT (0" : "(0");
        foreach (var value in condition.Values)
        {
            context.Sql.Add(" OR ");
            WriteSpan(column, Moment(values.ToWall(column, value), column));
        }

        context.Sql.Add(negated ? "))" : ")");
    }

    /// <summary>The smallest span that a column tells apart: a second, or a day.</summary>
    private static DateRange Moment(DateTime wall, ResolvedColumn column)
    {
        if (column.Column.DateBehavior == DateBehavior.DateOnly)
        {
            return DateRange.Day(wall.Date);
        }

        return DateRange.Second(wall);
    }

    private void WriteOutside(ResolvedColumn column, DateRange span)
    {
        context.Sql.Add("(").Add(column).Add(" IS NULL OR NOT ");
        WriteSpan(column, span);
        context.Sql.Add(")");
    }

    private void WriteSpan(ResolvedColumn column, DateRange span)
    {
        var sql = context.Sql.Add("(");
        var from = span.FromCell(column.Column, context.Zone);
        if (from is not null)
        {
            sql.Add(column).Add(" >= ").Parameter(from);
        }

        if (span.ToCell(column.Column, context.Zone) is { } to)
        {
            sql.Add(from is null ? string.Empty : " AND ").Add(column).Add(" < ").Parameter(to);
        }
        else if (from is null)
        {
            sql.Add(column).Add(" IS NOT NULL"); // until the end of the calendar
        }

        sql.Add(")");
    }
}
