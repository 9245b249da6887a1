using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>One rate on all of it.</summary>
internal sealed class FlatRate(decimal rate) : Rating
{
    public decimal RateOfAll => rate;

    public override Rational Rate(in Rational measure, Trace? trace)
    {
        var earned = measure * rate;
        trace?.Rate(rate, earned);
        return earned;
    }
}
