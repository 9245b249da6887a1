namespace CrmAddon.Rules.Money;

/// <summary>How the program rounds: to how many decimals, and where a tie goes.</summary>
internal sealed record Rounding(int Digits, bool HalfEven)
{
    public decimal Round(in Rational amount) => amount.Round(Digits, HalfEven);
}
