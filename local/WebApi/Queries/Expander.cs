using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Http;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Rows;
using CrmAddon.Local.WebApi.Schema;
using Microsoft.OData.UriParser;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>
/// Brings the rows of <c>$expand</c> to rows that were read: one query for each term and some hundred rows, however many rows there are.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/join-tables">Join tables using OData</see>
/// </summary>
internal sealed class Expander(ApiService api, ApiRequest request)
{
    private const int MostTerms = 15;
    private const int RowsAtOnce = 200;
    private const string Reference = "/$ref";
    private const string Here = "here.id";

    /// <summary>The lookups that the rows must have been read with.</summary>
    public static IEnumerable<string> Lookups(ApiTable table, IEnumerable<ExpandTerm> terms) =>
        terms.Select(t => table.Lookups.GetValueOrDefault(Name(t))?.Column.Name).OfType<string>();

    public static void Check(ApiTable table, List<ExpandTerm> terms, ApiSchema schema, bool nested)
    {
        if (Count(terms) > MostTerms)
        {
            throw ApiErrors.BadUri($"The query has more than {MostTerms} $expand options.");
        }

        foreach (var term in terms)
        {
            Check(table, term, schema, nested);
        }
    }

    public void Expand(ApiTable table, IReadOnlyList<ShapedRow> rows, IEnumerable<ExpandTerm> terms, bool inCollection)
    {
        foreach (var term in terms)
        {
            if (table.Lookups.TryGetValue(Name(term), out var lookup))
            {
                ExpandSingle(table, rows, term, lookup, inCollection);
            }
            else
            {
                ExpandMany(table, rows, term, table.Collections[term.Name]);
            }
        }
    }

    private static void Check(ApiTable table, ExpandTerm term, ApiSchema schema, bool nested)
    {
        var isReference = term.Name.EndsWith(Reference, StringComparison.Ordinal);
        string target;
        if (table.Lookups.TryGetValue(Name(term), out var lookup))
        {
            if (term.Options.Keys.Any(o => o is not ("$select" or "$filter" or "$expand")))
            {
                throw Restricted();
            }

            target = lookup.Target ?? string.Empty;
        }
        else if (table.Collections.TryGetValue(Name(term), out var collection))
        {
            if (isReference)
            {
                throw ApiErrors.BadUri("Expand with $ref is only supported on lookup type navigation property.");
            }

            var deep = nested || term.Options.ContainsKey("$expand");
            if (deep && term.Options.Keys.Any(o => o is "$top" or "$orderby"))
            {
                throw Restricted();
            }

            if (term.Options.Keys.FirstOrDefault(o => o is not ("$select" or "$filter" or "$expand" or "$top" or "$orderby")) is { } unknown)
            {
                throw ApiErrors.BadUri($"The option {unknown} is not supported in $expand.");
            }

            target = collection.Target;
        }
        else
        {
            throw ApiErrors.UnknownProperty(Name(term), table.Name);
        }

        if (target.Length > 0)
        {
            Check(schema.Table(target), ExpandText.Read(term.Options.GetValueOrDefault("$expand")), schema, nested: true);
        }
    }

    private static ApiException Restricted() => ApiErrors.BadUri(
        "Only $select and $filter clause can be provided while doing $expand on many-to-one relationship or nested one-to-many relationship.");

    private static int Count(List<ExpandTerm> terms) =>
        terms.Sum(t => 1 + Count(ExpandText.Read(t.Options.GetValueOrDefault("$expand"))));

    private static string Name(ExpandTerm term) =>
        term.Name.EndsWith(Reference, StringComparison.Ordinal) ? term.Name[..^Reference.Length] : term.Name;

    private void ExpandSingle(ApiTable table, IReadOnlyList<ShapedRow> rows, ExpandTerm term, LookupNavigation lookup, bool inCollection)
    {
        var isReference = term.Name.EndsWith(Reference, StringComparison.Ordinal);
        var found = new Dictionary<Guid, ShapedRow>();
        if (!isReference)
        {
            foreach (var target in rows.Select(r => Of(r, lookup)).OfType<EntityReference>().GroupBy(r => r.LogicalName))
            {
                Read(api.Schema.Table(target.Key), [.. target.Select(t => t.Id).Distinct()], term, found, inCollection);
            }
        }

        foreach (var row in rows)
        {
            var reference = Of(row, lookup);
            row.Expanded.Add(new ExpandedRows(lookup.Name)
            {
                Single = reference is null ? null : found.GetValueOrDefault(reference.Id),
                Reference = isReference && reference is not null ? api.Address(request, reference.LogicalName, reference.Id) : null,
            });
        }
    }

    private static EntityReference? Of(ShapedRow row, LookupNavigation lookup) =>
        row.Row.GetAttributeValue<EntityReference>(lookup.Column.Name) is { } reference && (lookup.Target is null || reference.LogicalName == lookup.Target) ? reference : null;

    private void Read(ApiTable target, List<Guid> ids, ExpandTerm term, Dictionary<Guid, ShapedRow> found, bool inCollection)
    {
        var selection = Selection.Read(target, term.Options.GetValueOrDefault("$select"));
        var terms = ExpandText.Read(term.Options.GetValueOrDefault("$expand"));
        var read = new List<ShapedRow>();
        foreach (var some in ids.Chunk(RowsAtOnce))
        {
            var fetch = new TableFetch(target, api.Schema)
                .WhereIn(target.Table.PrimaryId.Name, some.Select(id => id.ToString("D")))
                .Where(Filter(term))
                .Select(selection, Lookups(target, terms));
            read.AddRange(fetch.RunAll(api, request).Select(r => new ShapedRow(r, selection) { HasTag = !inCollection }));
        }

        Expand(target, read, terms, inCollection);
        foreach (var row in read)
        {
            found[row.Row.Id] = row;
        }
    }

    private void ExpandMany(ApiTable table, IReadOnlyList<ShapedRow> rows, ExpandTerm term, CollectionNavigation collection)
    {
        var target = api.Schema.Table(collection.Target);
        var selection = Selection.Read(target, term.Options.GetValueOrDefault("$select"));
        var terms = ExpandText.Read(term.Options.GetValueOrDefault("$expand"));
        var top = Top(term);
        var byParent = new Dictionary<Guid, List<ShapedRow>>();
        var all = new List<ShapedRow>();
        foreach (var some in rows.Select(r => r.Row.Id).Distinct().Chunk(RowsAtOnce))
        {
            foreach (var child in Children(target, collection, selection, some, term, terms))
            {
                if (Parent(child, collection) is not { } parent)
                {
                    continue;
                }

                if (!byParent.TryGetValue(parent, out var children))
                {
                    byParent[parent] = children = [];
                }

                if (children.Count < top)
                {
                    var shaped = new ShapedRow(child, selection);
                    children.Add(shaped);
                    all.Add(shaped);
                }
            }
        }

        Expand(target, all, terms, inCollection: true);
        var options = string.Join('&', term.Options.Select(o => $"{o.Key}={Uri.EscapeDataString(o.Value)}"));
        foreach (var row in rows)
        {
            row.Expanded.Add(new ExpandedRows(term.Name)
            {
                Many = byParent.GetValueOrDefault(row.Row.Id) ?? [],
                NextLink = $"{api.Address(request, table.Name, row.Row.Id)}/{term.Name}{(options.Length > 0 ? "?" + options : string.Empty)}",
            });
        }
    }

    private List<Entity> Children(ApiTable target, CollectionNavigation collection, Selection selection, Guid[] parents, ExpandTerm term, List<ExpandTerm> terms)
    {
        var ids = parents.Select(id => id.ToString("D"));
        var fetch = new TableFetch(target, api.Schema);
        if (collection.Intersect is { } intersect)
        {
            fetch.Entity.Add(new XElement(
                "link-entity",
                new XAttribute("name", intersect.Table),
                new XAttribute("from", intersect.There),
                new XAttribute("to", target.Table.PrimaryId.Name),
                new XAttribute("alias", "here"),
                new XElement("attribute", new XAttribute("name", intersect.Here), new XAttribute("alias", Here)),
                new XElement("filter", new XElement("condition", new XAttribute("attribute", intersect.Here), new XAttribute("operator", "in"), ids.Select(v => new XElement("value", v))))));
            fetch.Select(selection, Lookups(target, terms));
        }
        else
        {
            fetch.WhereIn(collection.ChildColumn!, ids).Select(selection, Lookups(target, terms).Append(collection.ChildColumn!));
        }

        return fetch.Where(Filter(term)).OrderBy(OrderText.Read(term.Options.GetValueOrDefault("$orderby"), term.Options)).RunAll(api, request);
    }

    private static Guid? Parent(Entity child, CollectionNavigation collection) => collection.ChildColumn is { } column
        ? child.GetAttributeValue<EntityReference>(column)?.Id
        : child.GetAttributeValue<AliasedValue>(Here)?.Value switch
        {
            Guid id => id,
            EntityReference reference => reference.Id,
            _ => null,
        };

    private static QueryToken? Filter(ExpandTerm term) =>
        term.Options.TryGetValue("$filter", out var text) ? FilterText.Read(text, term.Options) : null;

    private static int Top(ExpandTerm term) => term.Options.TryGetValue("$top", out var text) ? PageOptions.Number("$top", text) : int.MaxValue;
}
