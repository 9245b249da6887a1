using System;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Twins;

/// <summary>
/// The QueryExpression that asks the same as a FetchXML query, with typed values as a developer would give them; null where
/// QueryExpression has no words for it.
/// </summary>
internal static class ExpressionTwin
{
    private static readonly string[] FetchOnly = ["aggregate", "paging-cookie", "useraworderby", "latematerialize", "datasource", "options"];

    public static QueryExpression? Of(string fetch, SolutionMetadata metadata)
    {
        var xml = XElement.Parse(fetch);
        if (xml.Element("entity") is not { } entity || FetchOnly.Any(a => xml.Attribute(a) is not null) || !Expressible(xml))
        {
            return null;
        }

        var query = new QueryExpression((string)entity.Attribute("name")!)
        {
            ColumnSet = Columns(entity),
            Distinct = Flag(xml, "distinct"),
            TopCount = (int?)xml.Attribute("top"),
        };
        Orders(entity, query.Orders);
        Filters(entity, query.Criteria, query.EntityName, metadata);
        foreach (var link in entity.Elements("link-entity"))
        {
            query.LinkEntities.Add(Link(link, query.EntityName, metadata));
        }

        if (xml.Attribute("count") is not null || xml.Attribute("page") is not null || Flag(xml, "returntotalrecordcount"))
        {
            query.PageInfo = new PagingInfo
            {
                Count = (int?)xml.Attribute("count") ?? 0,
                PageNumber = (int?)xml.Attribute("page") ?? 1,
                ReturnTotalRecordCount = Flag(xml, "returntotalrecordcount"),
            };
        }

        return query;
    }

    /// <summary>Aliases of columns, links inside filters and columns of other tables as values have no twin here.</summary>
    private static bool Expressible(XElement xml) =>
        !xml.Descendants("attribute").Any(a => a.Attribute("alias") is not null || a.Attribute("rowaggregate") is not null)
        && !xml.Descendants("filter").Elements("link-entity").Any()
        && !xml.Descendants("filter").Any(f => f.Attribute("isquickfindfields") is not null || f.Attribute("hint") is not null)
        && !xml.Descendants("condition").Any(c => c.Attribute("valueof") is not null && ((string)c.Attribute("valueof")!).Contains('.', StringComparison.Ordinal))
        && !xml.Descendants("order").Any(o => o.Attribute("alias") is not null || o.Parent!.Name != "entity")
        && xml.Descendants("condition").All(c => Operators.Find((string?)c.Attribute("operator")) is not null)
        && xml.Descendants("link-entity").All(l => Join((string?)l.Attribute("link-type")) is not null && l.Attribute("intersect") is null);

    private static ColumnSet Columns(XElement source) => source.Element("all-attributes") is not null
        ? new ColumnSet(true)
        : new ColumnSet([.. source.Elements("attribute").Select(a => (string)a.Attribute("name")!)]);

    private static void Orders(XElement source, DataCollection<OrderExpression> orders)
    {
        foreach (var order in source.Elements("order"))
        {
            orders.Add(new OrderExpression((string)order.Attribute("attribute")!, Flag(order, "descending") ? OrderType.Descending : OrderType.Ascending)
            {
                EntityName = (string?)order.Attribute("entityname"),
            });
        }
    }

    private static LinkEntity Link(XElement xml, string outer, SolutionMetadata metadata)
    {
        var table = (string)xml.Attribute("name")!;
        var link = new LinkEntity(
            outer, table, (string)xml.Attribute("to")!, (string)xml.Attribute("from")!, Join((string?)xml.Attribute("link-type"))!.Value)
        {
            EntityAlias = (string?)xml.Attribute("alias"),
            Columns = Columns(xml),
        };
        Filters(xml, link.LinkCriteria, table, metadata);
        foreach (var inner in xml.Elements("link-entity"))
        {
            link.LinkEntities.Add(Link(inner, table, metadata));
        }

        return link;
    }

    private static void Filters(XElement source, FilterExpression into, string table, SolutionMetadata metadata)
    {
        foreach (var filter in source.Elements("filter"))
        {
            into.Filters.Add(Filter(filter, table, metadata));
        }
    }

    private static FilterExpression Filter(XElement xml, string table, SolutionMetadata metadata)
    {
        var filter = new FilterExpression((string?)xml.Attribute("type") == "or" ? LogicalOperator.Or : LogicalOperator.And);
        foreach (var condition in xml.Elements("condition"))
        {
            filter.Conditions.Add(Condition(condition, table, metadata));
        }

        Filters(xml, filter, table, metadata);
        return filter;
    }

    private static ConditionExpression Condition(XElement xml, string table, SolutionMetadata metadata)
    {
        var alias = (string?)xml.Attribute("entityname");
        var name = (string)xml.Attribute("attribute")!;
        var condition = new ConditionExpression(alias, name, Operators.Find((string)xml.Attribute("operator")!)!.Value);
        if (xml.Attribute("valueof") is { } other)
        {
            condition.CompareColumns = true;
            condition.Values.Add(other.Value);
            return condition;
        }

        var column = metadata.Find(alias is null ? table : TableOf(xml, alias))?.Find(name);
        var texts = xml.Elements("value").Select(v => v.Value);
        foreach (var text in xml.Attribute("value") is { } single ? texts.Prepend(single.Value) : texts)
        {
            condition.Values.Add(Operators.Typed(condition.Operator, column, text));
        }

        return condition;
    }

    private static string TableOf(XElement inside, string alias)
    {
        var root = inside.AncestorsAndSelf().Last();
        return root.Descendants("link-entity").Where(l => (string?)l.Attribute("alias") == alias || (string?)l.Attribute("name") == alias)
            .Select(l => (string)l.Attribute("name")!).FirstOrDefault() ?? (string)root.Element("entity")!.Attribute("name")!;
    }

    private static JoinOperator? Join(string? type) => type switch
    {
        null or "inner" => JoinOperator.Inner,
        "outer" => JoinOperator.LeftOuter,
        "natural" => JoinOperator.Natural,
        "exists" => JoinOperator.Exists,
        "in" => JoinOperator.In,
        "matchfirstrowusingcrossapply" => JoinOperator.MatchFirstRowUsingCrossApply,
        _ => null,
    };

    private static bool Flag(XElement xml, string name) => (string?)xml.Attribute(name) is "true" or "1";
}
