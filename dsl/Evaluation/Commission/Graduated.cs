using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Each slice, from its bound up to the next one, at its own rate. A measure at a bound has not reached it.</summary>
internal sealed class Graduated(Step[] steps) : Rating
{
    // A measure earns the rate of the step that it ends in on all of it, and what the steps below make different: without a
    // trace no slice is computed.
    private readonly decimal[]? differences = Differences(steps);

    public override IReadOnlyList<Step> Steps => steps;

    public override Rational Rate(in Rational measure, Trace? trace) =>
        trace is null && measure.TryDecimal(out var plain) && TryRate(plain, out var earned) ? earned : RateSlices(measure, trace);

    private Rational RateSlices(in Rational measure, Trace? trace)
    {
        var earned = Rational.Zero;
        for (var i = 0; i < steps.Length && measure > steps[i].Above; i++)
        {
            var next = i + 1 < steps.Length ? steps[i + 1].Above : (decimal?)null;
            var part = (next is { } bound ? Rational.Min(measure, bound) : measure) - steps[i].Above;
            var slice = (part * steps[i].Rate) + steps[i].Plus;
            trace?.Slice(steps[i], next, part, slice);
            earned += slice;
        }
        if (measure <= steps[0].Above)
            trace?.BelowSteps(steps[0]);
        return earned;
    }

    private bool TryRate(decimal measure, out decimal earned)
    {
        earned = 0;
        var last = steps.Length - 1;
        while (last >= 0 && measure <= steps[last].Above)
            last--;
        if (last < 0)
            return true;
        return differences is not null
            && ExactDecimal.TryMultiply(measure, steps[last].Rate, out var all)
            && ExactDecimal.TryAdd(all, differences[last], out earned);
    }

    private static decimal[]? Differences(Step[] steps)
    {
        var differences = new decimal[steps.Length];
        var below = Rational.Zero;
        for (var i = 0; i < steps.Length; i++)
        {
            if (i > 0)
                below += ((Rational)steps[i].Above - steps[i - 1].Above) * steps[i - 1].Rate;
            below += steps[i].Plus;
            if (!(below - ((Rational)steps[i].Above * steps[i].Rate)).TryDecimal(out differences[i]))
                return null;
        }
        return differences;
    }
}
