using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Money;

/// <summary>Turns amounts into whole minor units and back.</summary>
internal static class MinorUnits
{
    /// <summary>Digits after the point for which there are units.</summary>
    public const int MostDigits = 12;

    /// <summary>Larger than any number that money is divided into; far within what a decimal holds.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000_000_000m;

    private static readonly decimal[] Units = [.. Enumerable.Range(0, MostDigits + 1).Select(digits => new decimal(1, 0, 0, false, (byte)digits))];
    private static readonly decimal[] Counts = [.. Enumerable.Range(0, MostDigits + 1).Select(digits => (decimal)PowersOfTen.Of(digits))];
    private static readonly decimal[] Zeros = [.. Enumerable.Range(0, MostDigits + 1).Select(digits => new decimal(0, 0, 0, false, (byte)digits))];

    /// <summary>One unit of that many digits after the point: 0.01 for 2.</summary>
    public static decimal Of(int digits) => Units[digits];

    /// <summary>How many such units there are in one: 100 for 2.</summary>
    public static decimal In(int digits) => Counts[digits];

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

    /// <summary>Lets a rounded amount show exactly that many digits after the point; false where it has no room for them.</summary>
    public static bool TryShow(ref decimal rounded, int digits)
    {
        if (digits > MostDigits)
            return false;
        if (!DecimalParts.AreReliable
            || (new DecimalParts(rounded).Scale != digits && !ExactDecimal.TryAdd(rounded, Zeros[digits], out rounded)))
            return false;
        var parts = new DecimalParts(rounded);
        // There is one zero, and it has no sign.
        if (parts.IsZero)
            rounded = Zeros[digits];
        return parts.Scale == digits;
    }
}
