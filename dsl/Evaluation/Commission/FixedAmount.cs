using CrmAddon.Rules.Money;

namespace CrmAddon.Rules.Evaluation;

/// <summary>A fixed amount for a measure above zero.</summary>
internal sealed class FixedAmount(decimal amount) : Rating
{
    public decimal Amount => amount;

    public override Rational Rate(in Rational measure, Trace? trace)
    {
        var earned = measure.Sign > 0 ? (Rational)amount : Rational.Zero;
        trace?.FixedAmount(amount, measure.Sign > 0);
        return earned;
    }
}
