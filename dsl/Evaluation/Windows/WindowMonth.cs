using System;
using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>The judged month's products, and what the earlier months of its windows have booked. Reused from case to case.</summary>
internal sealed class WindowMonth
{
    private readonly List<ProductUsage> products = [];
    private readonly List<BookedSums> booked = [];

    public void Clear()
    {
        products.Clear();
        booked.Clear();
    }

    public void Read(UsageCase usage)
    {
        Clear();
        foreach (var product in usage.Products)
            Add(product.Key, product.Value);
        for (var i = 0; i < usage.Booked.Count; i++)
        {
            var line = usage.Booked[i];
            Add(new BookedSums(line.Rule, line.PartnerKey, line.Role, line.Product, new Carried(line.Measure, line.Credited, line.Uncapped)));
        }
    }

    /// <summary>Adds usage of a product; what has none is told by the month's whole usage.</summary>
    public void Add(string product, decimal used)
    {
        if (product.Length > 0)
            ProductUsage.Insert(products, product, used);
    }

    public void Add(BookedSums line) => booked.Add(line);

    /// <summary>What the window's earlier months booked of one line.</summary>
    public Carried BookedOf(CommissionRule rule, Portion portion, string product)
    {
        var sum = default(Carried);
        for (var i = 0; rule.WindowMonths > 1 && i < booked.Count; i++)
        {
            if (booked[i].IsOf(rule, portion) && string.Equals(booked[i].Product, product, StringComparison.Ordinal))
                sum += booked[i].Sums;
        }
        return sum;
    }

    /// <summary>The month's usage as the rule measures it: whole, or by product key with those that the window has booked.</summary>
    public void Lines(CommissionRule rule, Portion portion, decimal used, List<ProductUsage> into)
    {
        into.Clear();
        if (rule.PerProduct)
        {
            foreach (var product in products)
            {
                into.Add(product);
                used -= product.Used;
            }
            for (var i = 0; rule.WindowMonths > 1 && i < booked.Count; i++)
            {
                if (booked[i].IsOf(rule, portion))
                    ProductUsage.Insert(into, booked[i].Product, 0);
            }
        }
        if (used != 0 || into.Count == 0)
            ProductUsage.Insert(into, "", used);
    }
}
