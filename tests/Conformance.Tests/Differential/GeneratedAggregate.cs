using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Differential;

/// <summary>A generated aggregate over items, and its answer worked out in memory. A missing value counts for nothing but count.</summary>
internal sealed record GeneratedAggregate(Test? Filter, IReadOnlyList<(string Column, string? Part)> Groups, IReadOnlyList<(string Column, string Function, bool Distinct)> Measures)
{
    public string Fetch => new XElement(
        "fetch",
        new XAttribute("aggregate", "true"),
        new XElement(
            "entity",
            new XAttribute("name", Columns.Item),
            Measures.Select((m, i) => new XElement(
                "attribute",
                new XAttribute("name", m.Column),
                new XAttribute("alias", $"m{i}"),
                new XAttribute("aggregate", m.Function),
                m.Distinct ? new XAttribute("distinct", "true") : null)),
            Groups.Select((g, i) => new XElement(
                "attribute",
                new XAttribute("name", g.Column),
                new XAttribute("alias", $"g{i}"),
                new XAttribute("groupby", "true"),
                g.Part is null ? null : new XAttribute("dategrouping", g.Part))),
            Filter is null ? null : new XElement("filter", Filter.Xml))).ToString();

    public List<string> Expected(MemoryData data, Names names)
    {
        var rows = data.Items.Where(r => Filter?.Holds(r, data) ?? true).ToList();
        var groups = Groups.Count == 0 ? [(Key: string.Empty, Rows: rows)] : rows
            .GroupBy(r => string.Join(" | ", Groups.Select(g => Key(r, g, names))), StringComparer.OrdinalIgnoreCase)
            .Select(g => (g.Key, Rows: g.ToList()));
        return [.. groups.Select(g => string.Join(" | ", Measures.Select(m => Measure(g.Rows, m))) + " : " + g.Key.ToUpperInvariant()).Order(StringComparer.Ordinal)];
    }

    public string Line(Entity row, Names names) =>
        string.Join(" | ", Measures.Select((_, i) => Number(Value(row, $"m{i}"))))
        + " : " + string.Join(" | ", Groups.Select((_, i) => ValueText.Of(Value(row, $"g{i}"), names))).ToUpperInvariant();

    private static object? Value(Entity row, string alias) => row.Attributes.TryGetValue(alias, out var value) ? ValueText.Bare(value) : null;

    private static string Key(MemoryRow row, (string Column, string? Part) group, Names names)
    {
        if (group.Part is null || row[group.Column] is not DateTime date)
        {
            return ValueText.Of(row.Sdk(group.Column), names);
        }

        return (group.Part switch
        {
            "day" => date.Day,
            "month" => date.Month,
            "quarter" => ((date.Month - 1) / 3) + 1,
            _ => date.Year,
        }).ToString(CultureInfo.InvariantCulture);
    }

    private static string Measure(List<MemoryRow> rows, (string Column, string Function, bool Distinct) measure)
    {
        var values = rows.Select(r => r[measure.Column]).OfType<object>().ToList();
        var numbers = values.Where(v => v is int or decimal).Select(v => Convert.ToDecimal(v, CultureInfo.InvariantCulture)).ToList();
        return measure.Function switch
        {
            "count" => Number(rows.Count),
            "countcolumn" when measure.Distinct => Number(values.Select(v => v is string text ? text.ToUpperInvariant() : v).Distinct().Count()),
            "countcolumn" => Number(values.Count),
            "sum" => Number(numbers.Sum()), // nothing summed up is zero, as the documentation's sample shows
            "min" => numbers.Count == 0 ? string.Empty : Number(numbers.Min()),
            "max" => numbers.Count == 0 ? string.Empty : Number(numbers.Max()),
            _ => numbers.Count == 0 ? string.Empty : Number(values[0] is int ? decimal.Truncate(numbers.Average()) : numbers.Average()),
        };
    }

    /// <summary>Six digits are enough to tell a difference from a rounding.</summary>
    private static string Number(object? value) => value is null ? string.Empty : (value switch
    {
        Money money => money.Value,
        _ => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
    }).ToString("0.######", CultureInfo.InvariantCulture);
}
