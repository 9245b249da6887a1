using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>Writes queries that are built from objects as FetchXML, the one form that the Web API takes whole.</summary>
internal sealed class FetchXmlWriter
{
    private readonly Dictionary<LinkEntity, string> aliases = [];
    private readonly Dictionary<string, string> byTable = new(StringComparer.Ordinal);
    private bool aggregates;

    /// <summary>Writes a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="primaryId">Primary key of its table: a query without columns means this one, FetchXML without columns all.</param>
    public static XElement Write(QueryExpression query, string primaryId)
    {
        var writer = new FetchXmlWriter();
        writer.Name(query.Criteria);
        writer.Name(query.LinkEntities);
        var entity = new XElement("entity", new XAttribute("name", query.EntityName));
        writer.AddColumns(entity, query.ColumnSet, primaryId);
        writer.AddOrders(entity, query.Orders);
        writer.AddFilter(entity, query.Criteria);
        entity.Add(query.LinkEntities.Select(writer.Link));
        var fetch = Root(entity, query.TopCount, query.PageInfo);
        if (query.Distinct)
            fetch.SetAttributeValue("distinct", "true");
        if (writer.aggregates)
            fetch.SetAttributeValue("aggregate", "true");
        if (query.NoLock)
            fetch.SetAttributeValue("no-lock", "true");
        fetch.SetAttributeValue("datasource", query.DataSource);
        fetch.SetAttributeValue("options", query.QueryHints);
        return fetch;
    }

    /// <summary>Writes a query.</summary>
    public static XElement Write(QueryByAttribute query, string primaryId)
    {
        if (query.Attributes.Count != query.Values.Count)
            throw WireFaults.Refuse(WireFaults.InvalidArgument, "QueryByAttribute: there must be one value for each attribute.");
        var writer = new FetchXmlWriter();
        var entity = new XElement("entity", new XAttribute("name", query.EntityName));
        writer.AddColumns(entity, query.ColumnSet ?? new ColumnSet(), primaryId);
        writer.AddOrders(entity, query.Orders);
        var filter = new FilterExpression();
        foreach (var (column, value) in query.Attributes.Zip(query.Values))
            filter.AddCondition(value is null ? new ConditionExpression(column, ConditionOperator.Null) : new ConditionExpression(column, ConditionOperator.Equal, value));
        writer.AddFilter(entity, filter);
        return Root(entity, query.TopCount, query.PageInfo);
    }

    private static XElement Root(XElement entity, int? top, PagingInfo? page)
    {
        var fetch = new XElement("fetch", entity);
        if (top is { } rows)
            fetch.SetAttributeValue("top", rows.ToString(CultureInfo.InvariantCulture));
        if (page is null)
            return fetch;
        if (page.Count > 0)
            fetch.SetAttributeValue("count", page.Count.ToString(CultureInfo.InvariantCulture));
        if (page.PageNumber > 0)
            fetch.SetAttributeValue("page", page.PageNumber.ToString(CultureInfo.InvariantCulture));
        if (!string.IsNullOrEmpty(page.PagingCookie))
            fetch.SetAttributeValue("paging-cookie", page.PagingCookie);
        if (page.ReturnTotalRecordCount)
            fetch.SetAttributeValue("returntotalrecordcount", "true");
        return fetch;
    }

    // A link without a name is named by its table and number, as the platform does; conditions may call it by its table.
    private void Name(IEnumerable<LinkEntity> links)
    {
        foreach (var link in links)
        {
            var number = aliases.Count + 1;
            if (string.IsNullOrEmpty(link.EntityAlias))
            {
                aliases[link] = link.LinkToEntityName + number.ToString(CultureInfo.InvariantCulture);
                byTable.TryAdd(link.LinkToEntityName, aliases[link]);
            }
            else
            {
                aliases[link] = link.EntityAlias;
            }

            Name(link.LinkCriteria);
            Name(link.LinkEntities);
        }
    }

    private void Name(FilterExpression filter)
    {
        foreach (var inner in filter.Filters)
            Name(inner);
        if (filter.AnyAllFilterLinkEntity is { } link)
            Name([link]);
    }

    private string? Alias(string? name) => name is not null && !aliases.ContainsValue(name) ? byTable.GetValueOrDefault(name, name) : name;

    private void AddColumns(XElement source, ColumnSet? columns, string? primaryId)
    {
        if (columns?.AllColumns ?? false)
            source.Add(new XElement("all-attributes"));
        else if (columns is { Columns.Count: > 0 } or { AttributeExpressions.Count: > 0 })
            source.Add(columns.Columns.Distinct().Select(column => new XElement("attribute", new XAttribute("name", column))), columns.AttributeExpressions.Select(Aggregate));
        else if (primaryId is not null && !aggregates)
            source.Add(new XElement("attribute", new XAttribute("name", primaryId)));
    }

    private XElement Aggregate(XrmAttributeExpression expression)
    {
        aggregates = true;
        var element = new XElement("attribute", new XAttribute("name", expression.AttributeName));
        element.SetAttributeValue("alias", expression.Alias);
        if (expression.AggregateType != XrmAggregateType.None)
            element.SetAttributeValue("aggregate", OperatorNames.Of(expression.AggregateType));
        if (expression.HasGroupBy)
            element.SetAttributeValue("groupby", "true");
        if (expression.DateTimeGrouping != XrmDateTimeGrouping.None)
        {
            element.SetAttributeValue("dategrouping", OperatorNames.Of(expression.DateTimeGrouping));
            // Queries of objects group by the dates of UTC ("Aggregate data using QueryExpression"), FetchXML by those of the user.
            element.SetAttributeValue("usertimezone", "false");
        }

        return element;
    }

    private void AddOrders(XElement source, IEnumerable<OrderExpression> orders) => source.Add(orders.Select(order =>
    {
        var element = new XElement("order");
        // By a column, or by the alias of an aggregate.
        element.SetAttributeValue("attribute", string.IsNullOrEmpty(order.Alias) ? order.AttributeName : null);
        element.SetAttributeValue("alias", string.IsNullOrEmpty(order.Alias) ? null : order.Alias);
        if (order.OrderType == OrderType.Descending)
            element.SetAttributeValue("descending", "true");
        element.SetAttributeValue("entityname", Alias(order.EntityName));
        return element;
    }));

    private XElement Link(LinkEntity link)
    {
        var element = new XElement(
            "link-entity",
            new XAttribute("name", link.LinkToEntityName),
            Optional("from", link.LinkToAttributeName),
            Optional("to", link.LinkFromAttributeName),
            new XAttribute("link-type", OperatorNames.Of(link.JoinOperator)),
            new XAttribute("alias", aliases[link]));
        AddColumns(element, link.Columns, null);
        AddOrders(element, link.Orders);
        AddFilter(element, link.LinkCriteria);
        element.Add(link.LinkEntities.Select(Link));
        return element;
    }

    // Without columns a link takes the one relation that there is.
    private static XAttribute? Optional(string name, string? value) => string.IsNullOrEmpty(value) ? null : new XAttribute(name, value);

    private void AddFilter(XElement source, FilterExpression? filter)
    {
        if (filter is not null && Filter(filter) is { HasElements: true } element)
            source.Add(element);
    }

    private XElement Filter(FilterExpression filter)
    {
        var element = new XElement("filter", new XAttribute("type", filter.FilterOperator == LogicalOperator.Or ? "or" : "and"));
        if (filter.IsQuickFindFilter)
            element.SetAttributeValue("isquickfindfields", "true");
        element.SetAttributeValue("hint", filter.FilterHint);
        element.Add(filter.Conditions.Select(Condition));
        element.Add(filter.Filters.Select(Filter).Where(inner => inner.HasElements));
        if (filter.AnyAllFilterLinkEntity is { } link)
            element.Add(Link(link));
        return element;
    }

    private XElement Condition(ConditionExpression condition)
    {
        var element = new XElement("condition", new XAttribute("attribute", condition.AttributeName));
        element.SetAttributeValue("entityname", Alias(condition.EntityName));
        // Contains is for full-text columns, which FetchXML asks by a pattern.
        var (name, pattern) = condition.Operator switch
        {
            ConditionOperator.Contains => ("like", "%{0}%"),
            ConditionOperator.DoesNotContain => ("not-like", "%{0}%"),
            _ => (OperatorNames.Of(condition.Operator), "{0}"),
        };
        element.SetAttributeValue("operator", name);
        var values = condition.Values.SelectMany(ConditionText.Of)
            .Select(value => string.Format(CultureInfo.InvariantCulture, pattern, value)).ToList();
        if (condition.CompareColumns)
            element.SetAttributeValue("valueof", values.FirstOrDefault());
        else if (values.Count == 1 && !TakesList(condition.Operator))
            element.SetAttributeValue("value", values[0]);
        else
            element.Add(values.Select(value => new XElement("value", value)));
        return element;
    }

    private static bool TakesList(ConditionOperator operation) => operation is ConditionOperator.In or ConditionOperator.NotIn
        or ConditionOperator.ContainValues or ConditionOperator.DoesNotContainValues;
}
