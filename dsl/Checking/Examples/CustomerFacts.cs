using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking.Examples;

/// <summary>What an example gives of one customer.</summary>
internal sealed class CustomerFacts(string key)
{
    private static readonly IReadOnlyDictionary<string, decimal> NoProducts = new Dictionary<string, decimal>();

    private readonly Dictionary<Month, SortedDictionary<string, decimal>> products = [];
    private readonly Dictionary<Month, decimal> stated = [];

    public string Key { get; } = key;

    public Dictionary<string, FieldValue> Fields { get; } = [];

    /// <summary>Figures of the judged month that are stated instead of computed.</summary>
    public List<GivenUsage> Figures { get; } = [];

    /// <summary>The usage of a month as a whole; what products say of it stands beside it.</summary>
    public void Use(Month month, decimal usage) => stated[month] = usage;

    public void Use(Month month, string product, decimal usage)
    {
        if (!products.TryGetValue(month, out var known))
            products[month] = known = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        known[product] = usage;
    }

    public bool HasUsage => stated.Count > 0 || products.Count > 0 || Figures.Count > 0;

    public bool Has(string product) => products.Values.Any(known => known.ContainsKey(product));

    public UsageHistory History() => new(
        stated.Concat(products.Where(month => !stated.ContainsKey(month.Key))
            .Select(month => new KeyValuePair<Month, decimal>(month.Key, month.Value.Values.Sum()))));

    public IReadOnlyDictionary<string, decimal> Products(Month month) => products.TryGetValue(month, out var known) ? known : NoProducts;

    public UsageFigures FiguresOf(UsageHistory history, Month month, bool judged)
    {
        var figures = new UsageFigures(history, month);
        foreach (var given in judged ? Figures : [])
            figures.State(given.Figure.Figure, given.Figure.Months, given.Value);
        return figures;
    }
}
