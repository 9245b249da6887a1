using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>All of it at the rate of the highest step that it reached.</summary>
internal sealed class Volume(Step[] steps) : Rating
{
    public override IReadOnlyList<Step> Steps => steps;

    public override Rational Rate(in Rational measure, Trace? trace)
    {
        for (var i = steps.Length - 1; i >= 0; i--)
        {
            if (measure <= steps[i].Above)
                continue;
            var earned = (measure * steps[i].Rate) + steps[i].Plus;
            trace?.VolumeStep(steps[i], earned);
            return earned;
        }
        trace?.BelowSteps(steps[0]);
        return Rational.Zero;
    }
}
