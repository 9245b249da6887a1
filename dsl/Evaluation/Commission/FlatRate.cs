using System.Collections.Generic;
using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

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
