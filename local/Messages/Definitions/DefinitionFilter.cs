using System;
using System.Collections;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Metadata.Query;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>Whether a definition meets conditions on its properties.</summary>
internal static class DefinitionFilter
{
    public static bool Meets(MetadataBase definition, MetadataFilterExpression? filter)
    {
        if (filter is null || filter.Conditions.Count + filter.Filters.Count == 0)
        {
            return true;
        }

        var all = filter.Conditions.Select(c => Meets(definition, c)).Concat(filter.Filters.Select(f => Meets(definition, f)));
        return filter.FilterOperator == LogicalOperator.And ? all.All(met => met) : all.Any(met => met);
    }

    private static bool Meets(MetadataBase definition, MetadataConditionExpression condition)
    {
        var property = definition.GetType().GetProperty(condition.PropertyName ?? "");
        if (property is null)
        {
            // A property that only some types of definition have keeps the others out, as in the platform.
            return definition is AttributeMetadata or RelationshipMetadataBase
                ? false
                : throw Faults.Argument($"{definition.GetType().Name} has no property '{condition.PropertyName}'.");
        }

        var value = Plain(property.GetValue(definition));
        return condition.ConditionOperator switch
        {
            MetadataConditionOperator.Equals => Equals(value, Plain(condition.Value)),
            MetadataConditionOperator.NotEquals => !Equals(value, Plain(condition.Value)),
            MetadataConditionOperator.In => Contains(condition.Value, value),
            MetadataConditionOperator.NotIn => !Contains(condition.Value, value),
            MetadataConditionOperator.GreaterThan => Compare(value, condition.Value) > 0,
            MetadataConditionOperator.LessThan => Compare(value, condition.Value) < 0,
            var other => throw Faults.Argument($"The condition operator {other} is not known."),
        };
    }

    private static bool Contains(object? list, object? value) => list is IEnumerable values and not string
        ? values.Cast<object?>().Any(v => Equals(Plain(v), value))
        : throw Faults.Argument("The operators In and NotIn need an array of values.");

    private static int? Compare(object? value, object? other) =>
        value is IComparable comparable && other is not null && other.GetType() == value.GetType() ? comparable.CompareTo(other) : null;

    private static object? Plain(object? value) => value switch
    {
        BooleanManagedProperty managed => managed.Value,
        AttributeRequiredLevelManagedProperty level => level.Value,
        ConstantsBase<string> constant => constant.Value,
        Label label => label.UserLocalizedLabel?.Label,
        _ => value,
    };
}
