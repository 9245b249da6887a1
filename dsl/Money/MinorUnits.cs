using System.Numerics;

namespace CrmAddon.Rules.Money;

/// <summary>Turns amounts into whole minor units and back.</summary>
internal static class MinorUnits
{
    /// <summary>The decimal of so many minor units, with exactly <paramref name="digits"/> digits after the point.</summary>
    public static decimal ToDecimal(BigInteger units, int digits)
    {
        var whole = (decimal)units;
        var bits = decimal.GetBits(whole);
        return new decimal(bits[0], bits[1], bits[2], whole < 0, (byte)digits);
    }

    /// <summary>How many minor units an amount is; it must be whole ones.</summary>
    public static BigInteger Of(decimal amount, int digits)
    {
        var exact = (Rational)amount;
        return exact.Numerator * PowersOfTen.Of(digits) / exact.Denominator;
    }
}
