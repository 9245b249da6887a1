using System.Numerics;

namespace CrmAddon.Rules.Money;

/// <summary>A fraction of any size, for what has no room in decimals. The denominator is positive.</summary>
internal sealed class BigFraction(BigInteger numerator, BigInteger denominator)
{
    public BigInteger Numerator { get; } = numerator;

    public BigInteger Denominator { get; } = denominator;

    public static BigFraction Of(decimal numerator, long denominator)
    {
        var bits = decimal.GetBits(numerator);
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var whole = bits[2] == 0 ? low : ((BigInteger)(uint)bits[2] << 64) | low;
        return new BigFraction(bits[3] < 0 ? -whole : whole, PowersOfTen.Of((bits[3] >> 16) & 0xFF) * denominator);
    }

    public static BigFraction operator +(BigFraction left, BigFraction right) => left.Denominator == right.Denominator
        ? new(left.Numerator + right.Numerator, left.Denominator)
        : new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static BigFraction operator *(BigFraction left, BigFraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static BigFraction operator /(BigFraction left, BigFraction right) => right.Numerator.Sign < 0
        ? new BigFraction(-left.Numerator * right.Denominator, left.Denominator * -right.Numerator).Reduced()
        : new BigFraction(left.Numerator * right.Denominator, left.Denominator * right.Numerator).Reduced();

    public int CompareTo(BigFraction other) => Denominator == other.Denominator
        ? Numerator.CompareTo(other.Numerator)
        : (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public BigFraction Reduced()
    {
        var common = BigInteger.GreatestCommonDivisor(Numerator, Denominator);
        return common <= 1 ? this : new BigFraction(Numerator / common, Denominator / common);
    }

    /// <summary>The nearest whole number of units of that many digits after the point, without its sign.</summary>
    public BigInteger Units(int digits, bool halfEven)
    {
        var quotient = BigInteger.DivRem(
            BigInteger.Abs(Numerator) * PowersOfTen.Of(digits), Denominator, out var remainder);
        var half = (remainder * 2).CompareTo(Denominator);
        if (half > 0 || (half == 0 && (!halfEven || !quotient.IsEven)))
            quotient++;
        return quotient;
    }
}
