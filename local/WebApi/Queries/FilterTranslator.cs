using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.OData.UriParser;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>
/// Makes FetchXML conditions of a <c>$filter</c>.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/filter-rows">Filter rows using OData</see>
/// </summary>
internal sealed class FilterTranslator
{
    /// <summary>A filter or a condition; <paramref name="negate"/> turns it into its opposite.</summary>
    public static XElement Translate(QueryToken token, FilterScope scope, bool negate = false) => token switch
    {
        UnaryOperatorToken { OperatorKind: UnaryOperatorKind.Not } not => Translate(not.Operand, scope, !negate),
        BinaryOperatorToken { OperatorKind: BinaryOperatorKind.And or BinaryOperatorKind.Or } both => Combine(both, scope, negate),
        BinaryOperatorToken comparison => Compare(comparison, scope, negate),
        FunctionCallToken call => Call(call, scope, negate),
        InToken list => In(list, scope, negate),
        AnyToken any => Any(any, scope, negate, of: any.Expression, negateInside: false),
        AllToken all => Any(all, scope, !negate, of: all.Expression, negateInside: true),
        EndPathToken path => Truth(Column(path, scope), negate),
        LiteralToken { Value: bool truth } => throw Unsupported($"the literal {(truth ? "true" : "false")} by itself"),
        _ => throw Unsupported($"the query node {token.Kind}"),
    };

    private static XElement Combine(BinaryOperatorToken both, FilterScope scope, bool negate)
    {
        var isAnd = both.OperatorKind == BinaryOperatorKind.And ^ negate;
        var filter = new XElement("filter", new XAttribute("type", isAnd ? "and" : "or"));

        // A long chain of one operator becomes one flat filter instead of a deep one.
        var parts = new Stack<QueryToken>([both]);
        while (parts.TryPop(out var part))
        {
            if (part is BinaryOperatorToken inner && inner.OperatorKind == both.OperatorKind)
            {
                parts.Push(inner.Right);
                parts.Push(inner.Left);
            }
            else
            {
                filter.Add(Translate(part, scope, negate));
            }
        }

        return filter;
    }

    private static XElement Compare(BinaryOperatorToken token, FilterScope scope, bool negate)
    {
        var kind = token.OperatorKind;
        var (left, right) = (token.Left, token.Right);
        if (left is LiteralToken && right is not LiteralToken)
        {
            (left, right) = (right, left);
            kind = Turned(kind);
        }

        if (left is FunctionCallToken or LambdaToken or UnaryOperatorToken && right is LiteralToken { Value: bool truth } && kind is BinaryOperatorKind.Equal or BinaryOperatorKind.NotEqual)
        {
            return Translate(left, scope, negate ^ !truth ^ (kind == BinaryOperatorKind.NotEqual));
        }

        if (left is not PathToken path)
        {
            throw Unsupported($"the query node {left.Kind}");
        }

        var column = Column(path, scope);
        var op = Operator(kind, negate);
        return right switch
        {
            LiteralToken { Value: null } => Null(column, op),
            LiteralToken literal => Condition(column, op, FilterValue.Text(column, literal.Value!, kind.ToString())),
            PathToken other => Condition(column, op, null, Column(other, scope).Property.Column.Name),
            _ => throw Unsupported($"the query node {right.Kind}"),
        };
    }

    private static XElement Call(FunctionCallToken call, FilterScope scope, bool negate)
    {
        List<FunctionParameterToken> arguments = [.. call.Arguments];
        if (call.Name.StartsWith(PathSegment.Namespace, StringComparison.Ordinal))
        {
            return PlatformFunction(call.Name[PathSegment.Namespace.Length..], arguments, scope, negate);
        }

        var pattern = call.Name switch
        {
            "contains" => "%{0}%",
            "startswith" => "{0}%",
            "endswith" => "%{0}",
            _ => throw Unsupported($"the function '{call.Name}'"),
        };
        if (arguments.Count != 2 || arguments[0].ValueToken is not PathToken path || arguments[1].ValueToken is not LiteralToken { Value: string text })
        {
            throw ApiErrors.BadUri($"No function signature for the function with name '{call.Name}' matches the specified arguments: {call.Name}(property,'text') is its form.");
        }

        return Condition(Column(path, scope), negate ? "not-like" : "like", pattern.Replace("{0}", text, StringComparison.Ordinal));
    }

    private static XElement PlatformFunction(string name, List<FunctionParameterToken> arguments, FilterScope scope, bool negate)
    {
        var op = QueryFunctions.Operator(name) ?? throw ApiErrors.BadUri($"An unknown function with name '{PathSegment.Namespace}{name}' was found.");
        if (negate)
        {
            throw ApiErrors.BadUri("Not operator along with the Custom Named Condition operators is not allowed");
        }

        var property = arguments.Find(a => a.ParameterName == "PropertyName")?.ValueToken is LiteralToken { Value: string text }
            ? text
            : throw ApiErrors.BadUri($"The function {name} needs PropertyName='...'.");
        var column = scope.Table.Properties.GetValueOrDefault(property) ?? scope.Table.Of(property) ?? throw ApiErrors.UnknownProperty(property, scope.Table.Name);
        var condition = Condition(new FilterColumn(column, null, scope.Table), op, null);
        List<string> values = [.. arguments.Where(a => a.ParameterName != "PropertyName").SelectMany(a => FilterValue.List(a.ValueToken, name))];
        if (values.Count == 1 && op is not ("in" or "not-in" or "contain-values" or "not-contain-values"))
        {
            condition.SetAttributeValue("value", values[0]);
        }
        else
        {
            condition.Add(values.Select(v => new XElement("value", v)));
        }

        return condition;
    }

    private static XElement In(InToken token, FilterScope scope, bool negate)
    {
        if (token.Left is not PathToken path || token.Right is not LiteralToken { Value: string list })
        {
            throw Unsupported("this form of 'in'");
        }

        var column = Column(path, scope);
        var inside = list.Trim();
        List<object?> values = [.. PathText.Split(inside[1..^1], ',').Where(v => v.Trim().Length > 0).Select(v => Literals.Read(v.Trim()))];
        var condition = Condition(column, negate ? "not-in" : "in", null);
        condition.Add(values.OfType<object>().Select(v => new XElement("value", FilterValue.Text(column, v, "In"))));
        if (!values.Contains(null))
        {
            return condition;
        }

        return new XElement("filter", new XAttribute("type", negate ? "and" : "or"), condition, Null(column, negate ? "ne" : "eq"));
    }

    private static XElement Any(LambdaToken token, FilterScope scope, bool negate, QueryToken of, bool negateInside)
    {
        if (token.Parent is not PathToken path || (path.NextToken is not null and not RangeVariableToken))
        {
            throw Unsupported("a collection behind a lookup");
        }

        var collection = scope.Table.Collections.GetValueOrDefault(path.Identifier) ?? throw ApiErrors.UnknownProperty(path.Identifier, scope.Table.Name);
        var (outer, inner) = CollectionLink.Make(scope, collection, negate ? "not any" : "any");
        if (of is not LiteralToken { Value: true })
        {
            var inside = new FilterScope(scope.Schema.Table(collection.Target), inner, token.Parameter, scope.Names, scope.Schema);
            var filter = Translate(of, inside, negateInside);
            inner.Add(filter.Name == "filter" ? filter : new XElement("filter", filter));
        }

        return outer;
    }

    private static FilterColumn Column(PathToken path, FilterScope scope)
    {
        var names = new Stack<string>();
        for (QueryToken? at = path; at is not null; at = (at as PathToken)?.NextToken)
        {
            switch (at)
            {
                case RangeVariableToken variable when variable.Name == scope.Variable || variable.Name == "$it":
                    break;
                case PathToken step:
                    names.Push(step.Identifier);
                    break;
                default:
                    throw Unsupported($"the query node {at.Kind}");
            }
        }

        var (table, element) = (scope.Table, scope.Element);
        string? alias = null;
        while (names.Count > 1)
        {
            (table, element) = scope.Follow(table, element, names.Pop());
            alias = element.Attribute("alias")!.Value;
        }

        var name = names.Pop();
        var property = table.Properties.GetValueOrDefault(name)
            ?? (table.Lookups.TryGetValue(name, out var lookup) ? table.Of(lookup.Column) : null)
            ?? throw ApiErrors.UnknownProperty(name, table.Name);
        return new FilterColumn(property, alias, table);
    }

    private static XElement Truth(FilterColumn column, bool negate) => column.Property.Column.Type == Metadata.ColumnType.YesNo
        ? Condition(column, negate ? "ne" : "eq", "1")
        : throw ApiErrors.BadUri("The $filter expression must evaluate to a single boolean value.");

    private static XElement Null(FilterColumn column, string op) => op switch
    {
        "eq" => Condition(column, "null", null),
        "ne" => Condition(column, "not-null", null),
        _ => throw Unsupported($"null with '{op}'"),
    };

    private static XElement Condition(FilterColumn column, string op, string? value, string? other = null)
    {
        var condition = new XElement("condition", new XAttribute("attribute", column.Property.Column.Name), new XAttribute("operator", op));
        if (column.Alias is not null)
        {
            condition.SetAttributeValue("entityname", column.Alias);
        }

        condition.SetAttributeValue("value", value);
        condition.SetAttributeValue("valueof", other);
        return condition;
    }

    private static string Operator(BinaryOperatorKind kind, bool negate) => (kind, negate) switch
    {
        (BinaryOperatorKind.Equal, false) or (BinaryOperatorKind.NotEqual, true) => "eq",
        (BinaryOperatorKind.NotEqual, false) or (BinaryOperatorKind.Equal, true) => "ne",
        (BinaryOperatorKind.GreaterThan, false) or (BinaryOperatorKind.LessThanOrEqual, true) => "gt",
        (BinaryOperatorKind.GreaterThanOrEqual, false) or (BinaryOperatorKind.LessThan, true) => "ge",
        (BinaryOperatorKind.LessThan, false) or (BinaryOperatorKind.GreaterThanOrEqual, true) => "lt",
        (BinaryOperatorKind.LessThanOrEqual, false) or (BinaryOperatorKind.GreaterThan, true) => "le",
        _ => throw Unsupported($"the operator {kind}"),
    };

    private static BinaryOperatorKind Turned(BinaryOperatorKind kind) => kind switch
    {
        BinaryOperatorKind.GreaterThan => BinaryOperatorKind.LessThan,
        BinaryOperatorKind.GreaterThanOrEqual => BinaryOperatorKind.LessThanOrEqual,
        BinaryOperatorKind.LessThan => BinaryOperatorKind.GreaterThan,
        BinaryOperatorKind.LessThanOrEqual => BinaryOperatorKind.GreaterThanOrEqual,
        _ => kind,
    };

    private static ApiException Unsupported(string what) => ApiErrors.BadUri($"The filter can't be carried out: {what} is not supported.");
}

/// <summary>A column in a filter, and the joined table that it belongs to where it is not the filter's own.</summary>
internal sealed record FilterColumn(ApiProperty Property, string? Alias, ApiTable Table);
