using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Differential;

/// <summary>A link of a generated query: from items to their group, or from groups to their items.</summary>
internal sealed record GeneratedLink(string Type, Test? Filter, IReadOnlyList<string> Columns);

/// <summary>A generated query of rows, and its answer worked out in memory, straight from the documentation.</summary>
internal sealed record GeneratedQuery(
    string Table,
    IReadOnlyList<string> Selected,
    Test? Filter,
    GeneratedLink? Link,
    IReadOnlyList<(string Column, bool Descending)> Orders,
    bool Distinct)
{
    private const string Alias = "other";

    private string Other => Table == Columns.Item ? Columns.Group : Columns.Item;

    public string Fetch => new XElement(
        "fetch",
        Distinct ? new XAttribute("distinct", "true") : null,
        new XElement(
            "entity",
            new XAttribute("name", Table),
            Selected.Select(Attribute),
            Orders.Select(o => new XElement("order", new XAttribute("attribute", o.Column), new XAttribute("descending", o.Descending ? "true" : "false"))),
            Filter is null ? null : new XElement("filter", Filter.Xml),
            LinkXml)).ToString();

    private XElement? LinkXml => Link is null ? null : new XElement(
        "link-entity",
        new XAttribute("name", Other),
        new XAttribute("from", Table == Columns.Item ? Columns.Group + "id" : Columns.ToGroup),
        new XAttribute("to", Table == Columns.Item ? Columns.ToGroup : Columns.Group + "id"),
        new XAttribute("link-type", Link.Type),
        new XAttribute("alias", Alias),
        Link.Columns.Select(Attribute),
        Link.Filter is null ? null : new XElement("filter", Link.Filter.Xml));

    /// <summary>The lines of the answer, each value as text, in no order.</summary>
    public List<string> Expected(MemoryData data, Names names)
    {
        var lines = (Table == Columns.Item ? data.Items : data.Groups)
            .Where(r => Filter?.Holds(r, data) ?? true)
            .SelectMany(r => Joined(r, data).Select(o => Line(r, o, names)));
        return [.. (Distinct ? lines.Distinct(StringComparer.Ordinal) : lines).Order(StringComparer.Ordinal)];
    }

    /// <summary>A row of the runtime's answer in the same form.</summary>
    public string Line(Entity row, Names names) => Line(Selected.Concat(Link?.Columns.Select(c => $"{Alias}.{c}") ?? [])
        .Select(c => ValueText.Of(row.Attributes.TryGetValue(c, out var value) ? value : null, names)));

    /// <summary>Whether the rows of an answer come in the order that is asked for.</summary>
    public bool InOrder(IReadOnlyList<Entity> rows, MemoryData data)
    {
        var byId = (Table == Columns.Item ? data.Items : data.Groups).ToDictionary(r => r.Id);
        return rows.Zip(rows.Skip(1)).All(p => Compare(byId[p.First.Id], byId[p.Second.Id]) <= 0);
    }

    private static XElement Attribute(string column) => new("attribute", new XAttribute("name", column));

    private IEnumerable<MemoryRow?> Joined(MemoryRow row, MemoryData data)
    {
        if (Link is null)
        {
            return [null];
        }

        IEnumerable<MemoryRow> others = Table == Columns.Item ? data.GroupOf(row) is { } group ? [group] : [] : data.ItemsOf(row);
        List<MemoryRow?> matches = [.. others.Where(o => Link.Filter?.Holds(o, data) ?? true)];
        return Link.Type switch
        {
            "inner" => matches,
            "outer" when matches.Count > 0 => matches,
            "outer" => [null],
            _ => matches.Take(1), // exists, in
        };
    }

    private string Line(MemoryRow row, MemoryRow? other, Names names) => Line(
        Selected.Select(c => ValueText.Of(row.Sdk(c), names)).Concat(Link?.Columns.Select(c => ValueText.Of(other?.Sdk(c), names)) ?? []));

    /// <summary>Of rows that differ in capitals only, distinct gives one, nobody knows which.</summary>
    private string Line(IEnumerable<string> values) => Distinct ? string.Join(" | ", values).ToUpperInvariant() : string.Join(" | ", values);

    private int Compare(MemoryRow first, MemoryRow second)
    {
        foreach (var (column, descending) in Orders)
        {
            var (a, b) = (first[column], second[column]);
            var order = a is null || b is null ? (a is null ? 0 : 1) - (b is null ? 0 : 1)
                : a is string text ? string.Compare(text, (string)b, StringComparison.OrdinalIgnoreCase)
                : ((IComparable)a).CompareTo(b);
            if (order != 0)
            {
                return descending ? -order : order;
            }
        }

        return 0;
    }
}
