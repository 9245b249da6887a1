using System;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Mono;

/// <summary>The conditions of a query, as far as needed.</summary>
internal static class MemoryFilter
{
    public static bool Holds(FilterExpression filter, Entity row) =>
        filter.Conditions.All(condition => Holds(condition, row)) && filter.Filters.All(inner => Holds(inner, row));

    /// <summary>A column's value as something that compares.</summary>
    public static IComparable? Plain(Entity row, string column) => Plain(
        column == row.LogicalName + "id" ? row.Id : row.Contains(column) ? row[column] : null);

    private static bool Holds(ConditionExpression condition, Entity row)
    {
        var value = Plain(row, condition.AttributeName);
        return condition.Operator switch
        {
            ConditionOperator.Equal => Equals(value, Plain(condition.Values[0])),
            ConditionOperator.In => condition.Values.Any(wanted => Equals(value, Plain(wanted))),
            _ => throw new NotSupportedException($"{condition.AttributeName} {condition.Operator}"),
        };
    }

    private static IComparable? Plain(object? value) => value switch
    {
        EntityReference reference => reference.Id,
        OptionSetValue option => option.Value,
        Money amount => amount.Value,
        _ => (IComparable?)value,
    };
}
