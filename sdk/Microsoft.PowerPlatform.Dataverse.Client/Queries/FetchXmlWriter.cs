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
    private int links;

    /// <summary>Writes a query.</summary>
    /// <param name="query">The query.</param>
    /// <param name="primaryId">Primary key of its table: a query without columns means this one, FetchXML without columns all.</param>
    public static XElement Write(QueryExpression query, string primaryId)
    {
        var writer = new FetchXmlWriter();
        var entity = new XElement("entity", new XAttribute("name", query.EntityName));
        AddColumns(entity, query.ColumnSet, primaryId);
        AddOrders(entity, query.Orders);
        AddFilter(entity, query.Criteria);
        writer.AddLinks(entity, query.LinkEntities);
        var fetch = Root(entity, query.TopCount, query.PageInfo);
        if (query.Distinct)
            fetch.SetAttributeValue("distinct", "true");
        if (query.NoLock)
            fetch.SetAttributeValue("no-lock", "true");
        return fetch;
    }

    /// <summary>Writes a query.</summary>
    public static XElement Write(QueryByAttribute query, string primaryId)
    {
        if (query.Attributes.Count != query.Values.Count)
            throw WireFaults.Refuse(WireFaults.InvalidArgument, "QueryByAttribute: there must be one value for each attribute.");
        var entity = new XElement("entity", new XAttribute("name", query.EntityName));
        AddColumns(entity, query.ColumnSet ?? new ColumnSet(), primaryId);
        AddOrders(entity, query.Orders);
        var filter = new FilterExpression();
        foreach (var (column, value) in query.Attributes.Zip(query.Values))
            filter.AddCondition(value is null ? new ConditionExpression(column, ConditionOperator.Null) : new ConditionExpression(column, ConditionOperator.Equal, value));
        AddFilter(entity, filter);
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

    private static void AddColumns(XElement source, ColumnSet? columns, string? primaryId)
    {
        if (columns?.AllColumns ?? false)
            source.Add(new XElement("all-attributes"));
        else if (columns is { Columns.Count: > 0 })
            source.Add(columns.Columns.Distinct().Select(column => new XElement("attribute", new XAttribute("name", column))));
        else if (primaryId is not null)
            source.Add(new XElement("attribute", new XAttribute("name", primaryId)));
    }

    private static void AddOrders(XElement source, IEnumerable<OrderExpression> orders) => source.Add(orders.Select(order =>
    {
        var element = new XElement("order", new XAttribute("attribute", order.AttributeName));
        if (order.OrderType == OrderType.Descending)
            element.SetAttributeValue("descending", "true");
        element.SetAttributeValue("entityname", order.EntityName);
        element.SetAttributeValue("alias", order.Alias);
        return element;
    }));

    // Within one filter links are numbered like everywhere, since an alias must be the only one of its name.
    private void AddLinks(XElement source, IEnumerable<LinkEntity> linked)
    {
        foreach (var link in linked)
        {
            links++;
            var alias = string.IsNullOrEmpty(link.EntityAlias) ? link.LinkToEntityName + links.ToString(CultureInfo.InvariantCulture) : link.EntityAlias;
            var element = new XElement(
                "link-entity",
                new XAttribute("name", link.LinkToEntityName),
                new XAttribute("from", link.LinkToAttributeName),
                new XAttribute("to", link.LinkFromAttributeName),
                new XAttribute("link-type", OperatorNames.Of(link.JoinOperator)),
                new XAttribute("alias", alias));
            AddColumns(element, link.Columns, null);
            AddOrders(element, link.Orders);
            AddFilter(element, link.LinkCriteria);
            AddLinks(element, link.LinkEntities);
            source.Add(OperatorNames.IsWithinFilter(link.JoinOperator) ? new XElement("filter", element) : element);
        }
    }

    private static void AddFilter(XElement source, FilterExpression? filter)
    {
        if (filter is not null && Filter(filter) is { HasElements: true } element)
            source.Add(element);
    }

    private static XElement Filter(FilterExpression filter)
    {
        var element = new XElement("filter", new XAttribute("type", filter.FilterOperator == LogicalOperator.Or ? "or" : "and"));
        if (filter.IsQuickFindFilter)
            element.SetAttributeValue("isquickfindfields", "true");
        element.Add(filter.Conditions.Select(Condition));
        element.Add(filter.Filters.Select(Filter).Where(inner => inner.HasElements));
        return element;
    }

    private static XElement Condition(ConditionExpression condition)
    {
        var element = new XElement("condition", new XAttribute("attribute", condition.AttributeName));
        element.SetAttributeValue("entityname", condition.EntityName);
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
