using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.ServiceModel;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Reads FetchXML.</summary>
internal static class FetchReader
{
    public static TableQuery Read(string fetchXml)
    {
        XElement fetch;
        try
        {
            fetch = XElement.Parse(fetchXml);
        }
        catch (XmlException e)
        {
            throw Invalid($"no well-formed XML: {e.Message}");
        }

        var entity = fetch.Name.LocalName == "fetch" ? fetch.Element("entity") : null;
        if (entity is null)
        {
            throw Invalid("<fetch><entity name=\"...\"> is expected.");
        }

        var query = new TableQuery
        {
            Root = new QuerySource(Required(entity, "name")),
            Top = Number(fetch, "top"),
            PageSize = Number(fetch, "count") ?? 0,
            Page = Math.Max(1, Number(fetch, "page") ?? 1),
            Distinct = Flag(fetch, "distinct"),
            Aggregate = Flag(fetch, "aggregate"),
            CountAll = Flag(fetch, "returntotalrecordcount"),
        };
        var unnamed = 0;
        Fill(query, query.Root, entity, ref unnamed);
        return query;
    }

    private static void Fill(TableQuery query, QuerySource source, XElement element, ref int unnamed)
    {
        foreach (var child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "all-attributes":
                    source.AllColumns = true;
                    break;
                case "attribute":
                    source.Columns.Add(Column(child));
                    break;
                case "no-attrs":
                    break;
                case "order":
                    query.Orders.Add(new QueryOrder(
                        Text(child, "entityname") ?? source.Alias, Text(child, "attribute"), Text(child, "alias"), Flag(child, "descending")));
                    break;
                case "filter":
                    source.Filter = Combine(source.Filter, Filter(child));
                    break;
                case "link-entity":
                    source.Links.Add(Link(query, child, ref unnamed));
                    break;
                default:
                    throw Invalid($"<{child.Name.LocalName}> is not known here.");
            }
        }
    }

    private static QuerySource Link(TableQuery query, XElement link, ref int unnamed)
    {
        unnamed++;
        var table = Required(link, "name");
        var source = new QuerySource(table)
        {
            Alias = Text(link, "alias") ?? table + unnamed.ToString(CultureInfo.InvariantCulture),
            To = Required(link, "from"), // in FetchXML "from" is the column of the linked table
            From = Required(link, "to"),
            Join = (Text(link, "link-type") ?? "inner") switch
            {
                "inner" => JoinOperator.Inner,
                "outer" => JoinOperator.LeftOuter,
                "exists" => JoinOperator.Exists,
                "in" => JoinOperator.In,
                "any" => JoinOperator.Any,
                "not any" => JoinOperator.NotAny,
                var other => throw Invalid($"link-type '{other}' is not supported."),
            },
        };
        Fill(query, source, link, ref unnamed);
        return source;
    }

    private static QueryColumn Column(XElement attribute) => new(
        Required(attribute, "name"),
        Text(attribute, "alias"),
        Text(attribute, "aggregate") switch
        {
            null => QueryAggregate.None,
            "count" => QueryAggregate.Count,
            "countcolumn" => QueryAggregate.CountColumn,
            "sum" => QueryAggregate.Sum,
            "avg" => QueryAggregate.Average,
            "min" => QueryAggregate.Min,
            "max" => QueryAggregate.Max,
            var other => throw Invalid($"aggregate '{other}' is not known."),
        },
        Flag(attribute, "groupby"),
        Text(attribute, "dategrouping") is { } part
            ? Enum.TryParse<QueryDatePart>(part, ignoreCase: true, out var known) ? known : throw Invalid($"dategrouping '{part}' is not supported.")
            : QueryDatePart.None,
        Flag(attribute, "distinct"));

    private static QueryFilter Combine(QueryFilter? first, QueryFilter second)
    {
        if (first is null)
        {
            return second;
        }

        var both = new QueryFilter(any: false);
        both.Filters.Add(first);
        both.Filters.Add(second);
        return both;
    }

    private static QueryFilter Filter(XElement filter)
    {
        var result = new QueryFilter(Text(filter, "type") == "or");
        foreach (var child in filter.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "condition":
                    result.Conditions.Add(Condition(child));
                    break;
                case "filter":
                    result.Filters.Add(Filter(child));
                    break;
                default:
                    throw Invalid($"<{child.Name.LocalName}> is not supported inside <filter>.");
            }
        }

        return result;
    }

    private static QueryCondition Condition(XElement condition)
    {
        var source = Text(condition, "entityname");
        var column = Required(condition, "attribute");
        var name = Required(condition, "operator");
        if (!FetchOperators.TryFind(name, out var op))
        {
            throw Invalid($"operator '{name}' is not supported.");
        }

        if (Text(condition, "valueof") is { } other)
        {
            return new QueryCondition(source, column, op, [other], ComparesColumns: true);
        }

        List<object> values = [.. condition.Elements("value").Select(v => v.Value)];
        if (condition.Attribute("value") is { } single)
        {
            values.Insert(0, single.Value);
        }

        return new QueryCondition(source, column, op, values);
    }

    private static string? Text(XElement element, string attribute) => element.Attribute(attribute)?.Value;

    private static string Required(XElement element, string attribute) =>
        Text(element, attribute) ?? throw Invalid($"<{element.Name.LocalName}> has no attribute '{attribute}'.");

    private static bool Flag(XElement element, string attribute) => Text(element, attribute) is "true" or "1";

    private static int? Number(XElement element, string attribute) => Text(element, attribute) is not { } text
        ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid($"{attribute}=\"{text}\" is not a whole number.");

    private static FaultException<OrganizationServiceFault> Invalid(string what) => Faults.Create(ErrorCodes.QueryBuilderInvalidFetch, $"Invalid FetchXML: {what}");
}
