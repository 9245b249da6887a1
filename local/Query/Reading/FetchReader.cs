using System;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Query.Reading;

/// <summary>Reads FetchXML.</summary>
internal static class FetchReader
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    public static TableQuery Read(string? fetchXml)
    {
        var fetch = Load(fetchXml);
        FetchSchema.Check(fetch);
        var entities = fetch.Elements("entity").ToList();
        if (entities.Count != 1)
        {
            throw Faults.Create(QueryErrors.ElementNotFound, "A required element was not specified: <fetch> needs one <entity>.");
        }

        if (fetch.Text("mapping") is not (null or "logical" or "internal"))
        {
            throw Faults.Create(QueryErrors.InvalidMapping, "The only valid values for mapping are 'logical' or 'internal' which is deprecated.");
        }

        fetch.Flag("no-lock", QueryErrors.InvalidNoLock);
        var query = new TableQuery
        {
            Root = new QuerySource(entities[0].Required("name")),
            Top = fetch.Number("top"),
            PageSize = fetch.Number("count") ?? 0,
            Page = fetch.Number("page") is { } page and not 0 ? page : 1,
            PagingCookie = fetch.Text("paging-cookie") is { Length: > 0 } cookie ? cookie : null,
            Distinct = fetch.Flag("distinct", QueryErrors.InvalidDistinct),
            Aggregate = fetch.Flag("aggregate", QueryErrors.InvalidAggregate),
            AggregateLimit = fetch.Number("aggregatelimit"),
            CountAll = fetch.Flag("returntotalrecordcount"),
            RawChoiceOrder = fetch.Flag("useraworderby"),
        };
        var unnamed = 0;
        Fill(query.Root, entities[0], ref unnamed);

        // Documented: without any <attribute> all columns are given.
        query.Root.AllColumns |= !query.Aggregate && query.Root.Columns.Count == 0 && entities[0].Element("no-attrs") is null;
        return query;
    }

    private static XElement Load(string? fetchXml)
    {
        if (string.IsNullOrWhiteSpace(fetchXml))
        {
            throw Faults.Create(QueryErrors.EmptyXml, "Xml String can't be null.");
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(fetchXml), Settings);
            var root = XElement.Load(reader);
            return root.Name.LocalName == "fetch" ? root : throw QueryErrors.Xml($"<fetch> is expected, not <{root.Name.LocalName}>.");
        }
        catch (XmlException e)
        {
            throw QueryErrors.Xml(e.Message);
        }
    }

    private static void Fill(QuerySource source, XElement element, ref int unnamed)
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
                case "order":
                    source.Orders.Add(new QueryOrder(
                        child.Text("entityname"), child.Text("attribute"), child.Text("alias"), child.Flag("descending", QueryErrors.InvalidDescending)));
                    break;
                case "filter":
                    source.Filter = Combine(source.Filter, Filter(child, ref unnamed));
                    break;
                case "link-entity":
                    source.Links.Add(Link(child, ref unnamed, inFilter: false));
                    break;
            }
        }
    }

    private static QuerySource Link(XElement link, ref int unnamed, bool inFilter)
    {
        unnamed++;
        var table = link.Required("name");
        var alias = link.Text("alias") is { Length: > 0 } given ? given : null;
        var source = new QuerySource(table)
        {
            Alias = LinkAlias.Of(table, alias, unnamed),
            HasOwnAlias = alias is not null,
            To = link.Text("from"), // in FetchXML "from" is the column of the linked table
            From = link.Text("to"),
            Join = LinkTypes.Read(link.Text("link-type"), inFilter),
        };
        Fill(source, link, ref unnamed);
        return source;
    }

    private static QueryColumn Column(XElement attribute) => new(attribute.Required("name"), attribute.Text("alias") is { Length: > 0 } alias ? alias : null)
    {
        Aggregate = attribute.Text("aggregate") switch
        {
            null => QueryAggregate.None,
            "count" => QueryAggregate.Count,
            "countcolumn" => QueryAggregate.CountColumn,
            "sum" => QueryAggregate.Sum,
            "avg" => QueryAggregate.Average,
            "min" => QueryAggregate.Min,
            "max" => QueryAggregate.Max,
            var other => throw Faults.Create(
                QueryErrors.InvalidAggregate, $"An error occurred while processing Aggregates in Query: '{other}' is none of count, countcolumn, sum, avg, min, max."),
        },
        GroupBy = attribute.Flag("groupby", QueryErrors.InvalidGroupBy),
        DatePart = attribute.Text("dategrouping") switch
        {
            null => QueryDatePart.None,
            "day" => QueryDatePart.Day,
            "week" => QueryDatePart.Week,
            "month" => QueryDatePart.Month,
            "quarter" => QueryDatePart.Quarter,
            "year" => QueryDatePart.Year,
            "fiscal-period" => QueryDatePart.FiscalPeriod,
            "fiscal-year" => QueryDatePart.FiscalYear,
            var other => throw Faults.Create(
                QueryErrors.InvalidDateGrouping, $"An invalid value was specified for dategrouping: '{other}' is none of day, week, month, quarter, year, fiscal-period, fiscal-year."),
        },
        CountDistinct = attribute.Flag("distinct", QueryErrors.InvalidDistinct),
        UserTimeZone = attribute.Flag("usertimezone", absent: true),
        CountsChildren = attribute.Text("rowaggregate") switch
        {
            null => false,
            { } value when value.Equals("CountChildren", StringComparison.OrdinalIgnoreCase) => true,
            var other => throw Faults.Create(QueryErrors.InvalidAggregate, $"An error occurred while processing Aggregates in Query: rowaggregate '{other}' is not CountChildren."),
        },
    };

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

    private static QueryFilter Filter(XElement filter, ref int unnamed)
    {
        var result = new QueryFilter(filter.Text("type") switch
        {
            null or "and" => false,
            "or" => true,
            var other => throw Faults.Create(QueryErrors.InvalidFilterType, $"Unsupported filter type '{other}'. Valid values are 'and', or 'or'."),
        });
        foreach (var child in filter.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "condition":
                    result.Conditions.Add(Condition(child));
                    break;
                case "filter":
                    result.Filters.Add(Filter(child, ref unnamed));
                    break;
                default:
                    result.Links.Add(Link(child, ref unnamed, inFilter: true));
                    break;
            }
        }

        return result;
    }

    private static QueryCondition Condition(XElement condition)
    {
        var column = condition.Required("attribute");
        var name = condition.Required("operator");
        if (!FetchOperators.TryFind(name, out var op))
        {
            throw Faults.Create(QueryErrors.InvalidConditionOperator, $"Unsupported condition operator: '{name}'.");
        }

        var source = condition.Text("entityname") is { Length: > 0 } alias ? alias : null;
        if (condition.Text("valueof") is { } other)
        {
            return new QueryCondition(source, column, op, [other]) { ComparesColumns = true };
        }

        object[] values = [.. condition.Elements("value").Select(v => v.Value)];
        if (values.Length == 0 && condition.Attribute("value") is { } single)
        {
            values = [single.Value]; // beside <value> elements it counts for nothing
        }

        return new QueryCondition(source, column, op, values) { IsText = true };
    }
}
