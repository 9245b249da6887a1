using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Each slice, from its bound up to the next one, at its own rate. A measure at a bound has not reached it.</summary>
internal sealed class Graduated(Step[] steps) : Rating
{
    public override IReadOnlyList<Step> Steps => steps;

    public override Rational Rate(Rational measure, Trace? trace)
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
}
