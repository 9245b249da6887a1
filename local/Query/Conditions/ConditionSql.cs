using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>
/// Writes one condition as SQL. Negative operators hold for missing values too, as in the platform; comparisons of size and
/// <c>not-between</c> do not.
/// </summary>
internal sealed class ConditionSql(QueryContext context)
{
    private readonly SqlText _sql = context.Sql;
    private readonly ConditionValues _values = new(context);
    private readonly TextConditions _texts = new(context.Sql);
    private readonly PrincipalConditions _principals = new(context);
    private readonly HierarchyConditions _hierarchies = new(context);

    private DateConditions Dates => field ??= new DateConditions(context, _values);

    public void Write(QueryCondition condition, ResolvedSource source)
    {
        var column = source.Column(condition.Column);
        if (condition.ComparesColumns)
        {
            WriteColumns(condition, column);
            return;
        }

        switch (condition.Operator)
        {
            case ConditionOperator.Null:
                _sql.Add(column).Add(" IS NULL");
                break;
            case ConditionOperator.NotNull:
                _sql.Add(column).Add(" IS NOT NULL");
                break;
            case var _ when TextConditions.Has(condition.Operator):
                _texts.Write(condition, column);
                break;
            case var _ when PrincipalConditions.Has(condition.Operator):
                _principals.Write(condition, column);
                break;
            case var _ when HierarchyConditions.Has(condition.Operator):
                _hierarchies.Write(condition, column);
                break;
            case ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues:
                WriteContains(condition, column);
                break;
            case var _ when column.Column.Type == ColumnType.DateTime:
                Dates.Write(condition, column);
                break;
            default:
                WriteComparison(condition, column);
                break;
        }
    }

    public static string? Sign(ConditionOperator op) => op switch
    {
        ConditionOperator.Equal => " = ",
        ConditionOperator.NotEqual => " <> ",
        ConditionOperator.GreaterThan => " > ",
        ConditionOperator.GreaterEqual => " >= ",
        ConditionOperator.LessThan => " < ",
        ConditionOperator.LessEqual => " <= ",
        _ => null,
    };

    public static object One(ResolvedColumn column, QueryCondition condition) => condition.Values.Count switch
    {
        0 => throw QueryErrors.NoValue(column),
        1 => condition.Values[0] ?? throw QueryErrors.NoValue(column),
        _ => throw QueryErrors.Count(column, condition, "one value"),
    };

    private static bool HasSize(ColumnMetadata column) =>
        column.Type is not (ColumnType.Id or ColumnType.Lookup or ColumnType.Guid or ColumnType.Choices or ColumnType.Image or ColumnType.File);

    private void WriteComparison(QueryCondition condition, ResolvedColumn column)
    {
        if (column.Column.Type == ColumnType.Choices)
        {
            WriteSet(condition, column);
            return;
        }

        switch (condition.Operator)
        {
            case ConditionOperator.Equal:
                _sql.Add(column).Add(" = ").Parameter(Cell(column, condition));
                break;
            case ConditionOperator.NotEqual:
                _sql.Add("(").Add(column).Add(" <> ").Parameter(Cell(column, condition)).Add(" OR ").Add(column).Add(" IS NULL)");
                break;
            case ConditionOperator.GreaterThan or ConditionOperator.GreaterEqual or ConditionOperator.LessThan or ConditionOperator.LessEqual
                when HasSize(column.Column):
                _sql.Add(column).Add(Sign(condition.Operator)!).Parameter(Cell(column, condition));
                break;
            case ConditionOperator.In or ConditionOperator.NotIn:
                WriteIn(condition, column);
                break;
            case ConditionOperator.Between or ConditionOperator.NotBetween when HasSize(column.Column):
                WriteBetween(condition, column);
                break;
            default:
                throw QueryErrors.Operator(column, condition);
        }
    }

    private static object Cell(ResolvedColumn column, QueryCondition condition) =>
        ConditionValues.ToCell(column, One(column, condition), condition.IsText, condition.Operator);

    /// <summary>Two columns of one type, of one row or of joined rows.</summary>
    private void WriteColumns(QueryCondition condition, ResolvedColumn column)
    {
        if (Sign(condition.Operator) is not { } sign)
        {
            throw QueryErrors.Operator(column, condition);
        }

        var name = One(column, condition) as string ?? string.Empty;
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var other = dot < 0 ? column.Source.Column(name) : context.Sources.Find(name[..dot]).Column(name[(dot + 1)..]);
        if (!ColumnFamilies.Match(column.Column, other.Column))
        {
            throw Faults.Argument(
                $"Condition for attribute '{column.FullName}': only columns of the same type can be compared, but '{other.FullName}' is of type {other.Column.Type}, not {column.Column.Type}.");
        }

        _sql.Add(column).Add(sign).Add(other);
    }

    private void WriteBetween(QueryCondition condition, ResolvedColumn column)
    {
        if (condition.Values.Count != 2)
        {
            throw QueryErrors.Count(column, condition, "two values");
        }

        _sql.Add(column).Add(condition.Operator == ConditionOperator.Between ? " BETWEEN " : " NOT BETWEEN ")
            .Parameter(ConditionValues.ToCell(column, condition.Values[0], condition.IsText, ConditionOperator.GreaterEqual))
            .Add(" AND ")
            .Parameter(ConditionValues.ToCell(column, condition.Values[1], condition.IsText, ConditionOperator.LessEqual));
    }

    private void WriteIn(QueryCondition condition, ResolvedColumn column)
    {
        var negated = condition.Operator == ConditionOperator.NotIn;
        _sql.Add(negated ? "(" + column.Sql + " IS NULL OR " : string.Empty).Add(column).Add(negated ? " NOT IN (" : " IN (");
        for (var i = 0; i < condition.Values.Count; i++)
        {
            _sql.Add(i == 0 ? string.Empty : ", ").Parameter(ConditionValues.ToCell(column, condition.Values[i], condition.IsText));
        }

        _sql.Add(negated ? "))" : ")");
    }

    /// <summary>A multiple choice equals the set of all values that the condition has, in any order.</summary>
    private void WriteSet(QueryCondition condition, ResolvedColumn column)
    {
        if (condition.Operator is not (ConditionOperator.Equal or ConditionOperator.NotEqual or ConditionOperator.In or ConditionOperator.NotIn))
        {
            throw QueryErrors.Operator(column, condition);
        }

        var set = ConditionValues.ToSet(condition.Values.SelectMany(v => ConditionValues.ToChoices(column, v, condition.IsText)));
        if (condition.Operator is ConditionOperator.Equal or ConditionOperator.In)
        {
            _sql.Add(column).Add(" = ").Parameter(set);
            return;
        }

        _sql.Add("(").Add(column).Add(" <> ").Parameter(set).Add(" OR ").Add(column).Add(" IS NULL)");
    }

    private void WriteContains(QueryCondition condition, ResolvedColumn column)
    {
        if (column.Column.Type != ColumnType.Choices)
        {
            throw QueryErrors.Operator(column, condition);
        }

        if (condition.Values.Count == 0)
        {
            throw QueryErrors.Count(column, condition, "at least one value");
        }

        var negated = condition.Operator == ConditionOperator.DoesNotContainValues;
        var values = condition.Values.SelectMany(v => ConditionValues.ToChoices(column, v, condition.IsText));
        _sql.Add(negated ? "(" + column.Sql + " IS NULL OR NOT " : string.Empty).Add("(");
        var first = true;
        foreach (var value in values)
        {
            _sql.Add(first ? string.Empty : " OR ").Add("instr(").Add(column).Add(", ").Parameter($",{value},").Add(") > 0");
            first = false;
        }

        _sql.Add(negated ? "))" : ")");
    }
}
