using System.Collections.Generic;

namespace CrmAddon.Rules.Evaluation;

/// <summary>What was used of one product in the judged month; of the empty product what has none.</summary>
internal readonly record struct ProductUsage(string Product, decimal Used)
{
    /// <summary>Adds usage to a list that is in the order of its product keys.</summary>
    public static void Insert(List<ProductUsage> products, string product, decimal used)
    {
        var at = products.Count;
        for (; at > 0; at--)
        {
            var order = string.CompareOrdinal(products[at - 1].Product, product);
            if (order < 0)
                break;
            if (order == 0)
            {
                products[at - 1] = new ProductUsage(product, products[at - 1].Used + used);
                return;
            }
        }
        products.Insert(at, new ProductUsage(product, used));
    }
}
