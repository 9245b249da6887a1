using System.Linq;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A limit per customer of a rule per product: it holds the customer's products of that rule together.</summary>
/// <param name="AtMost">Whether it is the cap that was met.</param>
/// <param name="Limit">The partner's part of the limit, in whole minor units.</param>
/// <param name="Total">What the products came to before it.</param>
/// <param name="Changes">What is added to each product; negative for a cap.</param>
internal sealed record ProductLimit(bool AtMost, decimal Limit, decimal Total, decimal[] Changes)
{
    /// <summary>Limits the results in place, which come by product key; null where nothing changes.</summary>
    /// <param name="limit">The limit on the whole.</param>
    /// <param name="results">Rounded results of the window so far, after the partner's share.</param>
    /// <param name="count">How many results there are.</param>
    /// <param name="share">The partner's share of the limit, 0 to 1.</param>
    /// <param name="rounding">The program's.</param>
    public static ProductLimit? Apply(Limit limit, decimal[] results, int count, Rational share, Rounding rounding)
    {
        var own = new Limit(Part(limit.AtMost, share, rounding), Part(limit.AtLeast, share, rounding));
        var before = results.Take(count).ToArray();
        var total = before.Sum();
        var change = own.Change(total);
        return Spreading.Spread(change, results, [.. Enumerable.Range(0, count)], rounding.Digits)
            ? new ProductLimit(change < 0, total + change, total, [.. before.Select((result, i) => results[i] - result)])
            : null;
    }

    private static decimal? Part(decimal? limit, Rational share, Rounding rounding) =>
        limit is { } whole ? rounding.Round(share * whole) : null;
}
