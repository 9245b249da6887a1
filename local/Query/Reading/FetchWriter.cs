using System;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Query.Reading;

/// <summary>Writes a query as FetchXML.</summary>
internal static class FetchWriter
{
    public static string Write(TableQuery query)
    {
        var fetch = new XElement("fetch", new XAttribute("mapping", "logical"));
        Add(fetch, "top", query.Top);
        Add(fetch, "count", query.PageSize > 0 ? query.PageSize : null);
        Add(fetch, "page", query.PageSize > 0 || query.Page > 1 ? query.Page : null);
        Add(fetch, "paging-cookie", query.PagingCookie);
        Add(fetch, "distinct", query.Distinct ? "true" : null);
        Add(fetch, "aggregate", query.Aggregate ? "true" : null);
        Add(fetch, "aggregatelimit", query.AggregateLimit);
        Add(fetch, "returntotalrecordcount", query.CountAll ? "true" : null);
        Add(fetch, "useraworderby", query.RawChoiceOrder ? "true" : null);
        var entity = new XElement("entity");
        Add(entity, "name", query.Root.Table ?? throw QueryErrors.Missing("entity", "name"));
        Fill(entity, query, query.Root);
        if (!query.Aggregate && !query.Root.AllColumns && query.Root.Columns.Count == 0)
        {
            entity.AddFirst(new XElement("no-attrs"));
        }

        fetch.Add(entity);
        return fetch.ToString(SaveOptions.DisableFormatting);
    }

    private static void Fill(XElement element, TableQuery query, QuerySource source)
    {
        if (source.AllColumns)
        {
            element.Add(new XElement("all-attributes"));
        }

        foreach (var column in source.Columns)
        {
            element.Add(Column(column));
        }

        foreach (var order in source.Orders)
        {
            var written = new XElement("order");
            Add(written, "attribute", query.Aggregate ? null : order.Column);
            Add(written, "alias", order.ResultAlias);
            Add(written, "entityname", order.Source);
            Add(written, "descending", order.Descending ? "true" : null);
            element.Add(written);
        }

        if (source.Filter is not null)
        {
            element.Add(Filter(query, source.Filter));
        }

        foreach (var link in source.Links)
        {
            element.Add(Link(query, link));
        }
    }

    private static XElement Column(QueryColumn column)
    {
        var attribute = new XElement("attribute");
        Add(attribute, "name", column.Name ?? throw QueryErrors.Missing("attribute", "name"));
        Add(attribute, "alias", column.Alias);
        Add(attribute, "aggregate", column.Aggregate switch
        {
            QueryAggregate.None => null,
            QueryAggregate.Average => "avg",
            var aggregate => aggregate.ToString().ToLowerInvariant(),
        });
        Add(attribute, "groupby", column.GroupBy ? "true" : null);
        Add(attribute, "dategrouping", column.DatePart switch
        {
            QueryDatePart.None => null,
            QueryDatePart.FiscalPeriod => "fiscal-period",
            QueryDatePart.FiscalYear => "fiscal-year",
            var part => part.ToString().ToLowerInvariant(),
        });
        Add(attribute, "usertimezone", column is { DatePart: not QueryDatePart.None, UserTimeZone: false } ? "false" : null);
        Add(attribute, "distinct", column.CountDistinct ? "true" : null);
        Add(attribute, "rowaggregate", column.CountsChildren ? "CountChildren" : null);
        return attribute;
    }

    private static XElement Link(TableQuery query, QuerySource link)
    {
        var element = new XElement("link-entity");
        Add(element, "name", link.Table ?? throw QueryErrors.Missing("link-entity", "name"));
        Add(element, "from", link.To);
        Add(element, "to", link.From);
        Add(element, "link-type", LinkTypes.NameOf(link.Join));
        Add(element, "alias", link.HasOwnAlias ? link.Alias : null);
        Fill(element, query, link);
        return element;
    }

    private static XElement Filter(TableQuery query, QueryFilter filter)
    {
        var element = new XElement("filter", new XAttribute("type", filter.Any ? "or" : "and"));
        foreach (var condition in filter.Conditions)
        {
            element.Add(Condition(condition));
        }

        foreach (var inner in filter.Filters)
        {
            element.Add(Filter(query, inner));
        }

        foreach (var link in filter.Links)
        {
            element.Add(Link(query, link));
        }

        return element;
    }

    private static XElement Condition(QueryCondition condition)
    {
        var element = new XElement("condition");
        Add(element, "entityname", condition.Source);
        Add(element, "attribute", condition.Column ?? throw QueryErrors.Missing("condition", "attribute"));
        Add(element, "operator", FetchOperators.NameOf(condition.Operator) ?? throw Faults.Create(
            QueryErrors.InvalidConditionOperator, $"Unsupported condition operator: {condition.Operator} has no name in FetchXML."));
        if (condition.ComparesColumns)
        {
            Add(element, "valueof", condition.Values[0]);
        }
        else if (condition.Values is [var single])
        {
            Add(element, "value", Text(single));
        }
        else
        {
            foreach (var value in condition.Values)
            {
                element.Add(new XElement("value", Checked("value", Text(value))));
            }
        }

        return element;
    }

    private static string Text(object value) => value switch
    {
        OptionSetValue choice => Text(choice.Value),
        Money money => Text(money.Value),
        EntityReference reference => Text(reference.Id),
        Enum choice => Text(Convert.ToInt32(choice, CultureInfo.InvariantCulture)),
        bool flag => flag ? "1" : "0",
        DateTime { Kind: DateTimeKind.Unspecified } date => date.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        DateTime date => date.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
        Guid id => id.ToString("B").ToUpperInvariant(),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty,
    };

    private static void Add(XElement element, string attribute, object? value)
    {
        if (value is not null)
        {
            element.Add(new XAttribute(attribute, Checked(attribute, Convert.ToString(value, CultureInfo.InvariantCulture)!)));
        }
    }

    private static string Checked(string what, string text)
    {
        try
        {
            return XmlConvert.VerifyXmlChars(text);
        }
        catch (XmlException e)
        {
            throw QueryErrors.Xml($"{what}: {e.Message}");
        }
    }
}
