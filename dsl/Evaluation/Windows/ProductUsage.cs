using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What was used of one product in the judged month; of the empty product what has none.</summary>
internal readonly record struct ProductUsage(string Product, decimal Used)
{
    /// <summary>The month's usage as the rule measures it: whole, or by product key with those that the window has booked.</summary>
    public static IReadOnlyList<ProductUsage> Of(UsageCase? month, decimal used, CommissionRule rule, Portion portion)
    {
        if (!rule.PerProduct || month is null)
            return [new ProductUsage("", used)];
        var products = new SortedDictionary<string, decimal>(StringComparer.Ordinal);
        var rest = used;
        foreach (var product in month.Products.Where(product => product.Key.Length > 0))
        {
            products[product.Key] = product.Value;
            rest -= product.Value;
        }
        foreach (var line in month.Booked)
        {
            if (rule.WindowMonths > 1 && Carried.IsOf(line, rule, portion.PartnerKey, portion.Role) && !products.ContainsKey(line.Product))
                products[line.Product] = 0;
        }
        if (rest != 0 || products.Count == 0)
            products[""] = rest;
        return [.. products.Select(product => new ProductUsage(product.Key, product.Value))];
    }
}
