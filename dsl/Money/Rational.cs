using System;
using System.Globalization;
using System.Numerics;

namespace CrmAddon.Rules.Money;

/// <summary>
/// An exact fraction. A third of an amount has no decimal, and a rounding that is decided by a digit that was lost pays the
/// wrong cent; so amounts stay fractions until they are rounded once.
/// </summary>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private readonly BigInteger numerator;
    private readonly BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator)
    {
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Rational Zero => new(BigInteger.Zero, BigInteger.One);

    public static Rational One => new(BigInteger.One, BigInteger.One);

    public BigInteger Numerator => numerator;

    public BigInteger Denominator => denominator.IsZero ? BigInteger.One : denominator;

    public int Sign => numerator.Sign;

    public static implicit operator Rational(decimal value)
    {
        var bits = decimal.GetBits(value);
        var scale = (bits[3] >> 16) & 0xFF;
        var sign = bits[3] < 0 ? -1 : 1;
        var low = ((ulong)(uint)bits[1] << 32) | (uint)bits[0];
        var whole = bits[2] == 0 ? low : ((BigInteger)(uint)bits[2] << 64) | low;
        return new Rational(whole * sign, PowersOfTen.Of(scale));
    }

    public static implicit operator Rational(int value) => new(value, BigInteger.One);

    public static Rational Of(BigInteger numerator, BigInteger denominator) => denominator.Sign < 0
        ? new Rational(-numerator, -denominator)
        : new Rational(numerator, denominator);

    public static Rational operator +(Rational left, Rational right) => left.Denominator == right.Denominator
        ? new(left.numerator + right.numerator, left.Denominator)
        : new((left.numerator * right.Denominator) + (right.numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + -right;

    public static Rational operator -(Rational value) => new(-value.numerator, value.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.numerator * right.numerator, left.Denominator * right.Denominator);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(Rational left, Rational right) => right.Sign == 0
        ? throw new DivideByZeroException()
        : Of(left.numerator * right.Denominator, left.Denominator * right.numerator).Reduced();

    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    public static bool operator ==(Rational left, Rational right) => left.CompareTo(right) == 0;

    public static bool operator !=(Rational left, Rational right) => left.CompareTo(right) != 0;

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    public int CompareTo(Rational other) => Denominator == other.Denominator
        ? numerator.CompareTo(other.numerator)
        : (numerator * other.Denominator).CompareTo(other.numerator * Denominator);

    public bool Equals(Rational other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => Reduced().numerator.GetHashCode();

    public Rational Reduced()
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, Denominator);
        return common <= 1 ? this : new Rational(numerator / common, Denominator / common);
    }

    /// <summary>The nearest decimal with that many digits after the point; a tie goes as asked, away from zero for half up.</summary>
    public decimal Round(int digits, bool halfEven) => numerator.Sign * MinorUnits.ToDecimal(Units(digits, halfEven), digits);

    /// <summary>The number with at most that many digits after the point, however large it is; for people, not for money.</summary>
    public string ToText(int digits)
    {
        var units = Units(digits, true).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var fraction = units.Substring(units.Length - digits).TrimEnd('0');
        var whole = units.Substring(0, units.Length - digits);
        var sign = numerator.Sign < 0 && (whole != "0" || fraction.Length > 0) ? "-" : "";
        return sign + whole + (fraction.Length > 0 ? "." + fraction : "");
    }

    private BigInteger Units(int digits, bool halfEven)
    {
        var quotient = BigInteger.DivRem(
            BigInteger.Abs(numerator) * PowersOfTen.Of(digits), Denominator, out var remainder);
        var half = (remainder * 2).CompareTo(Denominator);
        if (half > 0 || (half == 0 && (!halfEven || !quotient.IsEven)))
            quotient++;
        return quotient;
    }
}
