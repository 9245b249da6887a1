using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Writes filters and conditions as SQL. Negative operators hold for missing values too, as in the platform.</summary>
internal sealed class FilterSql(SqlText sql, Func<string, ResolvedSource> find, Caller caller, Organization organization)
{
    public void Write(QueryFilter filter, ResolvedSource source)
    {
        var glue = filter.Any ? " OR " : " AND ";
        var first = true;
        sql.Add("(");
        foreach (var condition in filter.Conditions)
        {
            sql.Add(first ? string.Empty : glue);
            first = false;
            Write(condition, string.IsNullOrEmpty(condition.Source) || condition.Source == source.Source.Alias
                ? source
                : condition.Source == source.Table.Name && source.Source.Alias is null ? source : find(condition.Source));
        }

        foreach (var inner in filter.Filters)
        {
            sql.Add(first ? string.Empty : glue);
            first = false;
            Write(inner, source);
        }

        sql.Add(first ? "1)" : ")");
    }

    private void Write(QueryCondition condition, ResolvedSource source)
    {
        var column = source.Column(condition.Column);
        if (condition.ComparesColumns)
        {
            var other = source.Column(condition.Values[0] as string);
            sql.Add(column).Add(Sign(condition.Operator) ?? throw Unsupported(column, condition)).Add(other);
            return;
        }

        if (column.Column.Type == ColumnType.DateTime && WriteDate(condition, column))
        {
            return;
        }

        switch (condition.Operator)
        {
            case ConditionOperator.Null:
                sql.Add(column).Add(" IS NULL");
                break;
            case ConditionOperator.NotNull:
                sql.Add(column).Add(" IS NOT NULL");
                break;
            case ConditionOperator.Equal or ConditionOperator.GreaterThan or ConditionOperator.GreaterEqual
                or ConditionOperator.LessThan or ConditionOperator.LessEqual:
                sql.Add(column).Add(Sign(condition.Operator)!).Parameter(Cell(column, One(column, condition), condition.Operator));
                break;
            case ConditionOperator.NotEqual:
                WriteOrMissing(column, " <> ", Cell(column, One(column, condition)));
                break;
            case ConditionOperator.In:
                WriteIn(column, condition.Values, negated: false);
                break;
            case ConditionOperator.NotIn:
                WriteIn(column, condition.Values, negated: true);
                break;
            case ConditionOperator.Between:
                WriteBetween(column, condition, " BETWEEN ");
                break;
            case ConditionOperator.NotBetween:
                WriteBetween(column, condition, " NOT BETWEEN ");
                break;
            case ConditionOperator.EqualUserId:
                sql.Add(column).Add(" = ").Parameter(Cells.ToBytes(caller.UserId));
                break;
            case ConditionOperator.NotEqualUserId:
                WriteOrMissing(column, " <> ", Cells.ToBytes(caller.UserId));
                break;
            case ConditionOperator.EqualBusinessId:
                sql.Add(column).Add(" = ").Parameter(Cells.ToBytes(organization.Ids.BusinessUnit));
                break;
            case ConditionOperator.NotEqualBusinessId:
                WriteOrMissing(column, " <> ", Cells.ToBytes(organization.Ids.BusinessUnit));
                break;
            case ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues:
                WriteContains(column, condition);
                break;
            default:
                WriteLike(column, condition);
                break;
        }
    }

    private static string? Sign(ConditionOperator op) => op switch
    {
        ConditionOperator.Equal => " = ",
        ConditionOperator.NotEqual => " <> ",
        ConditionOperator.GreaterThan => " > ",
        ConditionOperator.GreaterEqual => " >= ",
        ConditionOperator.LessThan => " < ",
        ConditionOperator.LessEqual => " <= ",
        _ => null,
    };

    private bool WriteDate(QueryCondition condition, ResolvedColumn column)
    {
        var negated = condition.Operator is ConditionOperator.NotOn or ConditionOperator.NotEqual;
        var positive = condition.Operator switch
        {
            ConditionOperator.NotOn => condition with { Operator = ConditionOperator.On },
            ConditionOperator.NotEqual => condition with { Operator = ConditionOperator.Equal },
            _ => condition,
        };
        if (DateRange.Of(column.Source.Table, column.Column, positive, organization.Now) is { } range)
        {
            sql.Add(negated ? "(" + column.Sql + " IS NULL OR NOT " : string.Empty);
            WriteRange(column, range);
            sql.Add(negated ? ")" : string.Empty);
            return true;
        }

        if (Sign(condition.Operator) is { } sign)
        {
            sql.Add(column).Add(sign).Parameter(DateText(column, One(column, condition)));
            return true;
        }

        return false;
    }

    private void WriteRange(ResolvedColumn column, DateRange range)
    {
        sql.Add("(");
        if (range.From is { } from)
        {
            sql.Add(column).Add(" >= ").Parameter(Dates.ToText(from, column.Column.DateBehavior));
        }

        if (range.EndFor(column.Column) is { } to)
        {
            sql.Add(range.From is null ? string.Empty : " AND ").Add(column).Add(" < ").Parameter(Dates.ToText(to, column.Column.DateBehavior));
        }

        sql.Add(")");
    }

    private void WriteBetween(ResolvedColumn column, QueryCondition condition, string between)
    {
        if (condition.Values.Count != 2)
        {
            throw Faults.Argument($"Condition for attribute '{column.Source.Table.Name}.{column.Column.Name}': {condition.Operator} takes two values.");
        }

        sql.Add(column).Add(between).Parameter(Cell(column, condition.Values[0], ConditionOperator.GreaterEqual))
            .Add(" AND ").Parameter(Cell(column, condition.Values[1], ConditionOperator.LessEqual));
    }

    private void WriteIn(ResolvedColumn column, IReadOnlyList<object> values, bool negated)
    {
        // Callers hand over one array or many values.
        List<object> all = [.. values.SelectMany(v => v is System.Collections.IEnumerable many and not string ? many.Cast<object>() : [v])];
        sql.Add(negated ? "(" + column.Sql + " IS NULL OR " : string.Empty).Add(column).Add(negated ? " NOT IN (" : " IN (");
        for (var i = 0; i < all.Count; i++)
        {
            sql.Add(i == 0 ? string.Empty : ", ").Parameter(Cell(column, all[i]));
        }

        sql.Add(negated ? "))" : ")");
    }

    private void WriteContains(ResolvedColumn column, QueryCondition condition)
    {
        var negated = condition.Operator == ConditionOperator.DoesNotContainValues;
        sql.Add(negated ? "(" + column.Sql + " IS NULL OR NOT " : string.Empty).Add("(");
        for (var i = 0; i < condition.Values.Count; i++)
        {
            var value = Convert.ToString(Cell(column, condition.Values[i]), CultureInfo.InvariantCulture);
            sql.Add(i == 0 ? string.Empty : " OR ").Add(column).Add(" LIKE ").Parameter($"%,{value},%");
        }

        sql.Add(negated ? "))" : ")");
    }

    private void WriteLike(ResolvedColumn column, QueryCondition condition)
    {
        if (condition.Operator is not (ConditionOperator.Like or ConditionOperator.NotLike or ConditionOperator.BeginsWith
            or ConditionOperator.DoesNotBeginWith or ConditionOperator.EndsWith or ConditionOperator.DoesNotEndWith
            or ConditionOperator.Contains or ConditionOperator.DoesNotContain))
        {
            throw Unsupported(column, condition);
        }

        var value = Convert.ToString(One(column, condition), CultureInfo.InvariantCulture) ?? string.Empty;
        var literal = value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        var (pattern, negated) = condition.Operator switch
        {
            ConditionOperator.Like => (value, false),
            ConditionOperator.NotLike => (value, true),
            ConditionOperator.BeginsWith => (literal + "%", false),
            ConditionOperator.DoesNotBeginWith => (literal + "%", true),
            ConditionOperator.EndsWith => ("%" + literal, false),
            ConditionOperator.DoesNotEndWith => ("%" + literal, true),
            ConditionOperator.Contains => ("%" + literal + "%", false),
            _ => ("%" + literal + "%", true),
        };
        var escape = condition.Operator is ConditionOperator.Like or ConditionOperator.NotLike ? string.Empty : " ESCAPE '\\'";
        sql.Add(negated ? "(" + column.Sql + " IS NULL OR " : string.Empty)
            .Add(column).Add(negated ? " NOT LIKE " : " LIKE ").Parameter(pattern).Add(escape).Add(negated ? ")" : string.Empty);
    }

    private void WriteOrMissing(ResolvedColumn column, string sign, object cell) =>
        sql.Add("(").Add(column).Add(sign).Parameter(cell).Add(" OR ").Add(column).Add(" IS NULL)");

    private static object Cell(ResolvedColumn column, object value, ConditionOperator comparison = ConditionOperator.Equal) =>
        column.Column.Type == ColumnType.DateTime
            ? DateText(column, value)
            : ConditionValues.ToCell(column.Source.Table, column.Column, value, comparison);

    private static string DateText(ResolvedColumn column, object value) =>
        Dates.ToText(ConditionValues.ToDate(column.Source.Table, column.Column, value), column.Column.DateBehavior);

    private static object One(ResolvedColumn column, QueryCondition condition) => condition.Values.Count == 1
        ? condition.Values[0]
        : throw Faults.Argument($"Condition for attribute '{column.Source.Table.Name}.{column.Column.Name}': {condition.Operator} takes one value, but there are {condition.Values.Count}.");

    private static FaultException<OrganizationServiceFault> Unsupported(ResolvedColumn column, QueryCondition condition) => Faults.Argument(
        $"Condition for attribute '{column.Source.Table.Name}.{column.Column.Name}': the operator {condition.Operator} is not supported by the local Dataverse for a {column.Column.Type} column.");
}
