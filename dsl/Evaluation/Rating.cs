using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>How a measure earns.</summary>
internal abstract class Rating
{
    /// <summary>What the measure earns, exactly; each step is added to the trace where there is one.</summary>
    public abstract Rational Rate(Rational measure, List<Finding>? trace);
}

/// <summary>One rate on all of it.</summary>
internal sealed class FlatRate(decimal rate) : Rating
{
    public override Rational Rate(Rational measure, List<Finding>? trace)
    {
        var earned = measure * rate;
        trace?.Add(Findings.Rate(rate, earned));
        return earned;
    }
}

/// <summary>A fixed amount for a measure above zero.</summary>
internal sealed class FixedAmount(decimal amount) : Rating
{
    public override Rational Rate(Rational measure, List<Finding>? trace)
    {
        var earned = measure.Sign > 0 ? (Rational)amount : Rational.Zero;
        trace?.Add(Findings.FixedAmount(amount, measure.Sign > 0));
        return earned;
    }
}

/// <summary>What lies above <paramref name="Above"/> earns a rate; reaching it earns a fixed amount.</summary>
internal readonly record struct Step(decimal Above, decimal Rate, decimal Plus);

/// <summary>Each slice, from its bound up to the next one, at its own rate. A measure at a bound has not reached it.</summary>
internal sealed class Graduated(Step[] steps) : Rating
{
    public override Rational Rate(Rational measure, List<Finding>? trace)
    {
        var earned = Rational.Zero;
        for (var i = 0; i < steps.Length && measure > steps[i].Above; i++)
        {
            var next = i + 1 < steps.Length ? steps[i + 1].Above : (decimal?)null;
            var part = (next is { } bound ? Rational.Min(measure, bound) : measure) - steps[i].Above;
            var slice = (part * steps[i].Rate) + steps[i].Plus;
            trace?.Add(Findings.Slice(steps[i], next, part, slice));
            earned += slice;
        }
        if (measure <= steps[0].Above)
            trace?.Add(Findings.BelowSteps(steps[0]));
        return earned;
    }
}

/// <summary>All of it at the rate of the highest step that it reached.</summary>
internal sealed class Volume(Step[] steps) : Rating
{
    public override Rational Rate(Rational measure, List<Finding>? trace)
    {
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            if (measure <= steps[i].Above)
                continue;
            var earned = (measure * steps[i].Rate) + steps[i].Plus;
            trace?.Add(Findings.VolumeStep(steps[i], earned));
            return earned;
        }
        trace?.Add(Findings.BelowSteps(steps[0]));
        return Rational.Zero;
    }
}
