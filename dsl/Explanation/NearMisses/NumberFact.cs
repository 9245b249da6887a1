using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules;

/// <summary>
/// A fact that is counted in units: minor units of money, days, hundredths of a percent. The nearest value is found at the values
/// that the rules compare it with, or by going ever farther; then the way back is halved until one unit less does not do.
/// </summary>
internal sealed class NumberFact : Fact
{
    // Farther than any amount that a case may carry.
    private const long Farthest = 1L << 60;

    // A field may hold anything; beyond this a unit could not be told apart any more.
    private const decimal Largest = DealCase.LargestAmount * 10_000;

    public required decimal Current { get; init; }

    public required decimal Unit { get; init; }

    /// <summary>Whether other values are whole units (15.01%), however many decimals the value itself has.</summary>
    public bool InWholeUnits { get; init; }

    /// <summary>The values that the rules compare it with.</summary>
    public required IEnumerable<decimal> Cuts { get; init; }

    /// <summary>Which ways to go where no such value reaches the goal: 1, -1, both or none.</summary>
    public IReadOnlyList<int> Ways { get; init; } = [1, -1];

    /// <summary>The case with another value; null where there is no such case.</summary>
    public required Func<decimal, CaseAtHand?> At { get; init; }

    public required Func<decimal, Finding> Change { get; init; }

    /// <summary>What a change is measured by; the larger of the two values where it is null.</summary>
    public decimal? Scale { get; init; }

    public override Alternative? Nearest(Goal goal, Budget budget)
    {
        if (Math.Abs(Current) > Largest)
            return null;
        var failed = new List<long>();
        foreach (var steps in (Start == Current ? [] : new long[] { 0 }).Concat(Candidates()).Concat(Farther()))
        {
            if (Value(steps) is null)
                continue;
            if (IsMet(goal, steps, budget))
                return Narrowed(goal, failed.Where(one => Lies(one, steps)).OrderByDescending(Math.Abs).FirstOrDefault(), steps, budget);
            failed.Add(steps);
        }
        return null;
    }

    // Between the value as it is and another one.
    private static bool Lies(long steps, long other) =>
        Math.Abs(steps) < Math.Abs(other) && (steps == 0 || Math.Sign(steps) == Math.Sign(other));

    // Met at one end and not at the other, so there is a last step between them that does it.
    private Alternative? Narrowed(Goal goal, long not, long met, Budget budget)
    {
        while (Math.Abs(met - not) > 1)
        {
            var middle = not + ((met - not) / 2);
            if (IsMet(goal, middle, budget))
                met = middle;
            else
                not = middle;
        }
        var value = Value(met)!.Value;
        return budget.Spend()
            ? new Alternative(At(value)!, Change(value), Math.Abs(value - Current) / (Scale ?? Math.Max(Math.Max(Math.Abs(value), Math.Abs(Current)), Unit)))
            : null;
    }

    private bool IsMet(Goal goal, long steps, Budget budget) =>
        budget.Spend() && At(Value(steps)!.Value) is { } changed && goal.IsMet(changed);

    private decimal? Value(long steps)
    {
        var value = Start + (steps * Unit);
        return value is >= -DealCase.LargestAmount and <= DealCase.LargestAmount ? value : null;
    }

    private decimal Start => InWholeUnits ? decimal.Floor(Current / Unit) * Unit : Current;

    private IEnumerable<long> Candidates() => Cuts
        .Where(cut => Math.Abs((cut - Start) / Unit) < Farthest)
        .Select(cut => (long)decimal.Floor((cut - Start) / Unit))
        .SelectMany(steps => new[] { steps - 1, steps, steps + 1, steps + 2 })
        .Where(steps => steps != 0)
        .Distinct()
        .OrderBy(Math.Abs)
        .ThenByDescending(steps => steps);

    private IEnumerable<long> Farther()
    {
        for (var steps = 1L; steps < Farthest; steps *= 8)
        {
            foreach (var way in Ways)
                yield return way * steps;
        }
    }
}
