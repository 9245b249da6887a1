using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>A query of one table that is put together as FetchXML.</summary>
internal sealed class TableFetch
{
    private readonly ApiTable _table;
    private readonly FilterScope _scope;
    private readonly XElement _fetch;

    public TableFetch(ApiTable table, ApiSchema schema)
    {
        _table = table;
        Entity = new XElement("entity", new XAttribute("name", table.Name));
        _fetch = new XElement("fetch", Entity);
        _scope = new FilterScope(table, Entity, null, new AliasNames(), schema);
    }

    public XElement Entity { get; }

    public FilterScope Scope => _scope;

    public TableFetch Set(string attribute, object? value)
    {
        _fetch.SetAttributeValue(attribute, value);
        return this;
    }

    public TableFetch Select(Selection selection, IEnumerable<string> further)
    {
        if (selection.All)
        {
            Entity.AddFirst(new XElement("all-attributes"));
            return this;
        }

        Entity.AddFirst(selection.Properties.Select(p => p.Column.Name).Concat(further).Distinct().Select(
            c => new XElement("attribute", new XAttribute("name", c))));
        return this;
    }

    public TableFetch Where(QueryToken? filter)
    {
        if (filter is not null)
        {
            var element = FilterTranslator.Translate(filter, _scope);
            Entity.Add(element.Name == "filter" ? element : new XElement("filter", element));
        }

        return this;
    }

    public TableFetch WhereIn(string column, IEnumerable<string> values)
    {
        Entity.Add(new XElement("filter", new XElement(
            "condition",
            new XAttribute("attribute", column),
            new XAttribute("operator", "in"),
            values.Select(v => new XElement("value", v)))));
        return this;
    }

    public TableFetch OrderBy(IEnumerable<OrderTerm> terms)
    {
        foreach (var term in terms)
        {
            var (table, element) = (_table, Entity);
            foreach (var step in term.Path.SkipLast(1))
            {
                (table, element) = _scope.Follow(table, element, step);
            }

            var property = table.Properties.GetValueOrDefault(term.Path[^1]) ?? throw ApiErrors.UnknownProperty(term.Path[^1], table.Name);
            var order = new XElement("order", new XAttribute("attribute", property.Column.Name));
            order.SetAttributeValue("descending", term.Descending ? "true" : null);
            element.Add(order);
        }

        return this;
    }

    public EntityCollection Run(ApiService api, ApiRequest request) => (EntityCollection)api.Execute(
        new RetrieveMultipleRequest { Query = new FetchExpression(Text()) }, request)["EntityCollection"]!;

    /// <summary>All rows, however many pages they take.</summary>
    public List<Entity> RunAll(ApiService api, ApiRequest request)
    {
        var rows = new List<Entity>();
        for (var page = 1; ; page++)
        {
            Set("page", page.ToString(CultureInfo.InvariantCulture));
            var found = Run(api, request);
            rows.AddRange(found.Entities);
            if (!found.MoreRecords)
            {
                return rows;
            }

            Set("paging-cookie", found.PagingCookie);
        }
    }

    private string Text()
    {
        try
        {
            return _fetch.ToString(SaveOptions.DisableFormatting);
        }
        catch (Exception e) when (e is ArgumentException or XmlException)
        {
            // A filter or a skip token may hold characters that XML does not know.
            throw ApiErrors.BadUri($"Bad Request - Error in query syntax: {e.Message}");
        }
    }
}
