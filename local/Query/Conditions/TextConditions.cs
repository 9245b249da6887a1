using System;
using System.Globalization;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Text;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Conditions;

/// <summary>
/// Conditions by patterns. Wildcards count in all of them, as in the platform; <c>contains</c> takes its text as it is.
/// </summary>
internal sealed class TextConditions(SqlText sql)
{
    // Sorts behind every text that begins with what comes before it.
    private const char Last = '\uFFFF';

    public static bool Has(ConditionOperator op) => op is ConditionOperator.Like or ConditionOperator.NotLike
        or ConditionOperator.BeginsWith or ConditionOperator.DoesNotBeginWith or ConditionOperator.EndsWith or ConditionOperator.DoesNotEndWith
        or ConditionOperator.Contains or ConditionOperator.DoesNotContain;

    public void Write(QueryCondition condition, ResolvedColumn column)
    {
        if (column.Column.Type is not (ColumnType.Text or ColumnType.Memo))
        {
            throw QueryErrors.Operator(column, condition);
        }

        var value = Convert.ToString(ConditionSql.One(column, condition), CultureInfo.InvariantCulture) ?? string.Empty;
        var (pattern, negated) = condition.Operator switch
        {
            ConditionOperator.Like => (value, false),
            ConditionOperator.NotLike => (value, true),
            ConditionOperator.BeginsWith => (value + "%", false),
            ConditionOperator.DoesNotBeginWith => (value + "%", true),
            ConditionOperator.EndsWith => ("%" + value, false),
            ConditionOperator.DoesNotEndWith => ("%" + value, true),
            ConditionOperator.Contains => ("%" + Literal(value) + "%", false),
            _ => ("%" + Literal(value) + "%", true),
        };
        if (negated)
        {
            sql.Add("(").Add(column).Add(" IS NULL OR NOT text_like(").Add(column).Add(", ").Parameter(pattern).Add("))");
            return;
        }

        // What it begins with is a range that an index can give.
        sql.Add("(");
        if (LikePattern.Prefix(pattern) is { Length: > 0 } prefix)
        {
            sql.Add(column).Add(" >= ").Parameter(prefix).Add(" AND ").Add(column).Add(" <= ").Parameter(prefix + Last).Add(" AND ");
        }

        sql.Add("text_like(").Add(column).Add(", ").Parameter(pattern).Add("))");
    }

    private static string Literal(string text) => text
        .Replace("[", "[[]", StringComparison.Ordinal).Replace("%", "[%]", StringComparison.Ordinal).Replace("_", "[_]", StringComparison.Ordinal);
}
