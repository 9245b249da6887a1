using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.WebApi.Errors;
using CrmAddon.Local.WebApi.Paths;
using CrmAddon.Local.WebApi.Schema;

namespace CrmAddon.Local.WebApi.Queries;

/// <summary>
/// Makes an aggregate query of <c>$apply</c>: an optional filter, then <c>groupby</c> or <c>aggregate</c>.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/aggregate-data">Aggregate data using OData</see>
/// </summary>
internal sealed class ApplyTranslator(ApiTable table, IReadOnlyDictionary<string, string> options, TableFetch fetch)
{
    public void Translate(string apply)
    {
        var aggregated = false;
        foreach (var part in PathText.Split(apply, '/').Select(p => p.Trim()))
        {
            var inside = Inside(part, out var name);
            switch (name)
            {
                case "filter" when !aggregated:
                    fetch.Where(FilterText.Read(inside, options));
                    break;
                case "groupby" when !aggregated:
                    GroupBy(PathText.Split(inside, ','));
                    aggregated = true;
                    break;
                case "aggregate" when !aggregated:
                    Aggregate(inside);
                    aggregated = true;
                    break;
                default:
                    throw ApiErrors.BadUri($"The transformation '{part}' in $apply is not supported: filter(...), then groupby(...) or aggregate(...) is.");
            }
        }

        if (!aggregated)
        {
            throw ApiErrors.BadUri("$apply has neither groupby(...) nor aggregate(...).");
        }

        if (options.TryGetValue("$filter", out var filter))
        {
            fetch.Where(FilterText.Read(filter, options));
        }

        Order();
    }

    private void GroupBy(List<string> parts)
    {
        var columns = parts[0].Trim();
        if (!columns.StartsWith('(') || !columns.EndsWith(')') || parts.Count > 2)
        {
            throw ApiErrors.BadUri("groupby((column, ...), aggregate(...)) is the form of groupby.");
        }

        foreach (var column in PathText.Split(columns[1..^1], ',').Select(c => c.Trim()).Where(c => c.Length > 0))
        {
            var (element, property, alias) = Column(column.Split('/'));
            element.Add(new XElement(
                "attribute", new XAttribute("name", property.Column.Name), new XAttribute("groupby", "true"), new XAttribute("alias", alias)));
        }

        if (parts.Count == 2)
        {
            var inside = Inside(parts[1].Trim(), out var name);
            if (name != "aggregate")
            {
                throw ApiErrors.BadUri($"'{name}' is not supported inside groupby.");
            }

            Aggregate(inside);
        }
    }

    private void Aggregate(string text)
    {
        foreach (var part in PathText.Split(text, ','))
        {
            var (column, method, alias) = part.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
            {
                ["$count", "as", var a] => ("$count", "count", a),
                [var c, "with", var m, "as", var a] => (c, m, a),
                _ => throw ApiErrors.BadUri($"'{part.Trim()}' in $apply is no 'column with method as name' and no '$count as name'."),
            };
            var function = method switch
            {
                "sum" or "min" or "max" or "count" => method,
                "average" => "avg",
                _ => throw ApiErrors.BadUri($"The aggregation method '{method}' is not supported: sum, average, min, max and $count are."),
            };
            var (element, name) = column == "$count" ? (fetch.Entity, table.Table.PrimaryId.Name) : Named(Column(column.Split('/')));
            element.Add(new XElement("attribute", new XAttribute("name", name), new XAttribute("aggregate", function), new XAttribute("alias", alias)));
        }
    }

    private void Order()
    {
        foreach (var term in OrderText.Read(options.GetValueOrDefault("$orderby"), options))
        {
            var alias = string.Join('/', term.Path);
            if (!fetch.Entity.Descendants("attribute").Any(a => a.Attribute("alias")!.Value == alias && a.Attribute("groupby") is not null))
            {
                throw ApiErrors.BadUri("The query node SingleValueOpenPropertyAccess is not supported");
            }

            var order = new XElement("order", new XAttribute("alias", alias));
            order.SetAttributeValue("descending", term.Descending ? "true" : null);
            fetch.Entity.Add(order);
        }
    }

    private static (XElement Element, string Name) Named((XElement Element, ApiProperty Property, string Alias) column) => (column.Element, column.Property.Column.Name);

    /// <summary>The column, where it is joined, and its name in the answer: that of the table and the column where it is another table's.</summary>
    private (XElement Element, ApiProperty Property, string Alias) Column(string[] path)
    {
        var (at, element) = (table, fetch.Entity);
        foreach (var step in path.SkipLast(1))
        {
            (at, element) = fetch.Scope.Follow(at, element, step);
        }

        var property = at.Properties.GetValueOrDefault(path[^1]) ?? throw ApiErrors.UnknownProperty(path[^1], at.Name);
        return (element, property, path.Length == 1 ? property.Name : $"{at.Name}_{property.Column.Name}");
    }

    private static string Inside(string text, out string name)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open <= 0 || !text.EndsWith(')'))
        {
            throw ApiErrors.BadUri($"'{text}' in $apply is no transformation of the form name(...).");
        }

        name = text[..open];
        return text[(open + 1)..^1];
    }
}
