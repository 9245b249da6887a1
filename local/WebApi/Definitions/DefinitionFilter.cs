using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Paths;
using Microsoft.OData.UriParser;

namespace CrmAddon.Local.WebApi.Definitions;

/// <summary>Whether a definition fits a filter: comparisons of simple properties, enumerations by their members' names, and text functions.</summary>
internal static class DefinitionFilter
{
    public static bool Matches(JsonObject node, QueryToken filter) => filter switch
    {
        BinaryOperatorToken { OperatorKind: BinaryOperatorKind.And } and => Matches(node, and.Left) && Matches(node, and.Right),
        BinaryOperatorToken { OperatorKind: BinaryOperatorKind.Or } or => Matches(node, or.Left) || Matches(node, or.Right),
        BinaryOperatorToken comparison => Compare(comparison.OperatorKind, Value(node, comparison.Left), Value(node, comparison.Right)),
        UnaryOperatorToken { OperatorKind: UnaryOperatorKind.Not } not => !Matches(node, not.Operand),
        FunctionCallToken call => Text(node, call),
        InToken list => In(node, list),
        EndPathToken path => Value(node, path) is "true",
        _ => throw Unsupported(filter.Kind.ToString()),
    };

    private static bool Compare(BinaryOperatorKind kind, string? left, string? right)
    {
        var order = decimal.TryParse(left, NumberStyles.Float, CultureInfo.InvariantCulture, out var l) && decimal.TryParse(right, NumberStyles.Float, CultureInfo.InvariantCulture, out var r)
            ? l.CompareTo(r)
            : string.CompareOrdinal(left, right);
        return kind switch
        {
            BinaryOperatorKind.Equal => order == 0,
            BinaryOperatorKind.NotEqual => order != 0,
            BinaryOperatorKind.GreaterThan => order > 0,
            BinaryOperatorKind.GreaterThanOrEqual => order >= 0,
            BinaryOperatorKind.LessThan => order < 0,
            BinaryOperatorKind.LessThanOrEqual => order <= 0,
            _ => throw Unsupported(kind.ToString()),
        };
    }

    private static bool Text(JsonObject node, FunctionCallToken call)
    {
        List<string> arguments = [.. call.Arguments.Select(a => Value(node, a.ValueToken) ?? string.Empty)];
        return (call.Name, arguments.Count) switch
        {
            ("contains", 2) => arguments[0].Contains(arguments[1], StringComparison.OrdinalIgnoreCase),
            ("startswith", 2) => arguments[0].StartsWith(arguments[1], StringComparison.OrdinalIgnoreCase),
            ("endswith", 2) => arguments[0].EndsWith(arguments[1], StringComparison.OrdinalIgnoreCase),
            _ => throw Unsupported(call.Name),
        };
    }

    private static bool In(JsonObject node, InToken list)
    {
        var value = Value(node, list.Left);
        return list.Right is LiteralToken { Value: string text }
            && PathText.Split(text.Trim('(', ')'), ',').Any(item => item.Trim().Trim('\'') == value);
    }

    private static string? Value(JsonObject node, QueryToken token) => token switch
    {
        LiteralToken literal => Plain(literal.Value),
        DottedIdentifierToken member => Member(member.Identifier),
        EndPathToken { NextToken: null } path => Simple(Property(node, path.Identifier)),
        EndPathToken { NextToken: InnerPathToken outer } path => Property(node, outer.Identifier) is JsonObject inner ? Simple(Property(inner, path.Identifier)) : null,
        _ => throw Unsupported(token.Kind.ToString()),
    };

    private static string? Plain(object? value) => value switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // Microsoft.Dynamics.CRM.OwnershipTypes'UserOwned'
    private static string Member(string identifier)
    {
        var quote = identifier.IndexOf('\'', StringComparison.Ordinal);
        return quote < 0 ? identifier : identifier[(quote + 1)..].TrimEnd('\'');
    }

    private static JsonNode? Property(JsonObject node, string name) => node.TryGetPropertyValue(name, out var value)
        ? value
        : throw new ApiException(400, ApiErrors.None, $"Could not find a property named '{name}' on the type of this definition.");

    private static string? Simple(JsonNode? node) => node switch
    {
        null => null,
        JsonValue value => value.ToString(),
        _ => throw Unsupported("a property that is no simple value"),
    };

    private static ApiException Unsupported(string what) => ApiErrors.NotSupported($"A filter of definitions can't use this: {what}.");
}
