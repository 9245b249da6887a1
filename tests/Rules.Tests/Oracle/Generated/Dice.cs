using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Choices from a seed: the same seed gives the same program and world.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public bool Chance(double chance) => random.NextDouble() < chance;

    /// <summary>From the least to the most, both included.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    public T Pick<T>(params IReadOnlyList<T> all) => all[random.Next(all.Count)];

    public List<T> Some<T>(IReadOnlyList<T> all, int least, int most)
    {
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(Math.Min(Between(least, most), shuffled.Length))];
    }

    /// <summary>Parts of 100% in hundredths of a percent, each at least one.</summary>
    public decimal[] Percents(int count, decimal whole)
    {
        var cuts = Enumerable.Range(1, (int)(whole * 100) - 1).ToArray();
        random.Shuffle(cuts);
        int[] bounds = [0, .. cuts.Take(count - 1).Order(), (int)(whole * 100)];
        return [.. bounds.Zip(bounds.Skip(1), (from, to) => (to - from) / 100m)];
    }

    /// <summary>An amount that likes ties, bounds and corners, with at most ten decimals.</summary>
    public decimal Amount() => Between(0, 11) switch
    {
        0 => 0,
        1 => Pick(0.005m, 0.015m, 0.025m, 0.5m, 1.5m, 2.5m, 0.0005m, 0.0015m),
        2 => Pick(333m, 666m, 0.333m, 0.666m, 1m / 8, 1),
        3 => Pick(100m, 1_000m, 10_000m, 50_000m),
        4 => Between(1, 2_000_000_000) / 10_000_000_000m,
        5 => (Between(1, 2_000_000_000) * 1_000_000m / 10_000_000_000m) + (Between(1, 999_999_999) / 10_000_000_000m),
        6 => -Between(1, 5_000_000) / 100m,
        7 => Pick(999_999_999_999.99m, 123_456_789_012.3456789012m, 2_000_000_000_000m),
        _ => Between(1, 20_000_000) / 100m,
    };

    /// <summary>A bound that amounts meet now and then.</summary>
    public decimal Bound(int digits) => Between(0, 3) switch
    {
        0 => Pick(100m, 1_000m, 10_000m, 50_000m),
        1 => Pick(1m, 333m, 666m, 5m),
        _ => Between(1, 10_000_000) / (decimal)Math.Pow(10, digits),
    };

    public decimal Rate() => Between(0, 3) switch
    {
        0 => Between(1, 100),
        1 => Between(1, 10_000) / 100m,
        2 => Between(1, 1_000_000) / 10_000m,
        _ => Pick(0.1m, 0.5m, 5, 12.5m, 100, 33.3333m),
    };

    public DateTime Day(DateTime around, int spread) => around.AddDays(Between(-spread, spread));
}
