using System;
using System.Globalization;
using System.Numerics;

namespace CrmAddon.Rules.Money;

/// <summary>
/// An exact fraction. A third of an amount has no decimal, and a rounding that is decided by a digit that was lost pays the
/// wrong cent; so amounts stay fractions until they are rounded once.
/// </summary>
/// <remarks>
/// Almost every amount is a decimal over a small whole number, and is computed as that, without allocating, for as long as the
/// decimals lose nothing. What loses a digit becomes a <see cref="BigFraction"/>; the result is the same.
/// </remarks>
internal readonly struct Rational : IComparable<Rational>, IEquatable<Rational>
{
    private readonly decimal top;

    // One where it is zero, so that the default value is the number zero.
    private readonly long bottom;
    private readonly BigFraction? big;

    private Rational(decimal top) => this.top = top;

    private Rational(decimal top, long bottom)
    {
        this.top = top;
        this.bottom = bottom == 1 ? 0 : bottom;
    }

    private Rational(BigFraction big) => this.big = big;

    public static Rational Zero => default;

    public static Rational One => new(1m);

    public BigInteger Numerator => Big.Numerator;

    public BigInteger Denominator => Big.Denominator;

    public int Sign => big is null ? Math.Sign(top) : big.Numerator.Sign;

    private bool IsDecimal => bottom == 0 && big is null;

    private long Bottom => bottom == 0 ? 1 : bottom;

    private BigFraction Big => big ?? BigFraction.Of(top, Bottom);

    public static implicit operator Rational(decimal value) => new(value);

    public static implicit operator Rational(int value) => new((decimal)value);

    public static Rational Of(BigInteger numerator, BigInteger denominator) => new(denominator.Sign < 0
        ? new BigFraction(-numerator, -denominator)
        : new BigFraction(numerator, denominator));

    public static Rational operator +(in Rational left, in Rational right) =>
        left.IsDecimal && right.IsDecimal && ExactDecimal.TryAdd(left.top, right.top, out var sum)
            ? new Rational(sum)
            : AddFractions(left, right);

    public static Rational operator -(in Rational left, in Rational right) => left + -right;

    public static Rational operator -(in Rational value) => value.big is null
        ? new Rational(-value.top, value.bottom)
        : new Rational(new BigFraction(-value.big.Numerator, value.big.Denominator));

    public static Rational operator *(in Rational left, in Rational right) =>
        left.IsDecimal && right.IsDecimal && ExactDecimal.TryMultiply(left.top, right.top, out var product)
            ? new Rational(product)
            : MultiplyFractions(left, right);

    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Rational operator /(in Rational left, in Rational right)
    {
        if (right.Sign == 0)
            throw new DivideByZeroException();
        return left.big is null && right.big is null && TryDivide(left, right, out var quotient)
            ? quotient
            : new Rational(left.Big / right.Big);
    }

    public static bool operator <(in Rational left, in Rational right) => left.CompareTo(right) < 0;

    public static bool operator >(in Rational left, in Rational right) => left.CompareTo(right) > 0;

    public static bool operator <=(in Rational left, in Rational right) => left.CompareTo(right) <= 0;

    public static bool operator >=(in Rational left, in Rational right) => left.CompareTo(right) >= 0;

    public static bool operator ==(in Rational left, in Rational right) => left.CompareTo(right) == 0;

    public static bool operator !=(in Rational left, in Rational right) => left.CompareTo(right) != 0;

    public static Rational Min(Rational left, Rational right) => left <= right ? left : right;

    public static Rational Max(Rational left, Rational right) => left >= right ? left : right;

    public int CompareTo(Rational other)
    {
        if (big is null && other.big is null)
        {
            if (bottom == other.bottom)
                return decimal.Compare(top, other.top);
            if (ExactDecimal.TryMultiply(top, other.Bottom, out var mine) && ExactDecimal.TryMultiply(other.top, Bottom, out var its))
                return decimal.Compare(mine, its);
        }
        return Big.CompareTo(other.Big);
    }

    public bool Equals(Rational other) => CompareTo(other) == 0;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => Big.Reduced().Numerator.GetHashCode();

    /// <summary>The same number in the simplest form that is found cheaply: a decimal where it has one.</summary>
    public Rational Reduced() => big is not null ? new Rational(big.Reduced())
        : bottom == 0 ? this
        : TryDivide(top, bottom, out var quotient) ? new Rational(quotient)
        : WithoutCommonFactor();

    /// <summary>The number as a decimal, where it is one and held as one.</summary>
    public bool TryDecimal(out decimal value)
    {
        value = top;
        return IsDecimal;
    }

    /// <summary>Extends a common bottom and digits after the point by this number's; false where there is no bottom that small.</summary>
    public bool TryCommonBottom(ref long common, ref int scale)
    {
        if (big is not null)
            return false;
        scale = Math.Max(scale, new DecimalParts(top).Scale);
        return bottom == 0 || common % bottom == 0 || TryMultiply(common, bottom, out common);
    }

    /// <summary>This number's top over a bottom and with digits after the point that are common to others; false for negative ones.</summary>
    public bool TryTopOver(long common, int scale, out long whole)
    {
        var parts = new DecimalParts(top);
        whole = 0;
        return DecimalParts.AreReliable && parts.TryUnits(out var units) && !(parts.IsNegative && units != 0)
            && WholeNumbers.TryScale(units, scale - parts.Scale, out units) && TryMultiply(units, common / Bottom, out whole);
    }

    /// <summary>The nearest decimal with that many digits after the point; a tie goes as asked, away from zero for half up.</summary>
    public decimal Round(int digits, bool halfEven)
    {
        if (big is null && TryRound(digits, halfEven, out var rounded))
            return rounded;
        return Sign * MinorUnits.ToDecimal(Big.Units(digits, halfEven), digits);
    }

    /// <summary>The number with at most that many digits after the point, however large it is; for people, not for money.</summary>
    public string ToText(int digits) => (IsDecimal ? ShortText.Of(top, digits) : null) ?? ToLongText(digits);

    private string ToLongText(int digits)
    {
        var units = Big.Units(digits, true).ToString(CultureInfo.InvariantCulture).PadLeft(digits + 1, '0');
        var fraction = units.Substring(units.Length - digits).TrimEnd('0');
        var whole = units.Substring(0, units.Length - digits);
        var sign = Sign < 0 && (whole != "0" || fraction.Length > 0) ? "-" : "";
        return sign + whole + (fraction.Length > 0 ? "." + fraction : "");
    }

    private bool TryRound(int digits, bool halfEven, out decimal rounded)
    {
        var mode = halfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero;
        if (bottom == 0)
            rounded = new DecimalParts(top).Scale <= digits ? top : decimal.Round(top, digits, mode);
        else if (!TryRoundFraction(digits, halfEven, out rounded))
            return false;
        return MinorUnits.TryShow(ref rounded, digits);
    }

    private bool TryRoundFraction(int digits, bool halfEven, out decimal rounded)
    {
        rounded = 0;
        if (!ExactDecimal.TryMultiply(Math.Abs(top), MinorUnits.In(digits), out var units)
            || !WholeDivision.TryDivide(units, bottom, out var quotient, out var remainder)
            || !ExactDecimal.TryAdd(remainder, remainder, out var twice))
            return false;
        var half = decimal.Compare(twice, bottom);
        if (half > 0 || (half == 0 && (!halfEven || quotient % 2 != 0)))
            quotient++;
        return ExactDecimal.TryMultiply(top < 0 ? -quotient : quotient, MinorUnits.Of(digits), out rounded);
    }

    private static Rational AddFractions(in Rational left, in Rational right)
    {
        if (left.big is null && right.big is null)
        {
            if (left.bottom == right.bottom)
            {
                if (ExactDecimal.TryAdd(left.top, right.top, out var sum))
                    return new Rational(sum, left.bottom);
            }
            else if (TryMultiply(left.Bottom, right.Bottom, out var common)
                && ExactDecimal.TryMultiply(left.top, right.Bottom, out var a)
                && ExactDecimal.TryMultiply(right.top, left.Bottom, out var b)
                && ExactDecimal.TryAdd(a, b, out var sum))
            {
                return new Rational(sum, common);
            }
        }
        return new Rational(left.Big + right.Big);
    }

    private static Rational MultiplyFractions(in Rational left, in Rational right) =>
        left.big is null && right.big is null
        && ExactDecimal.TryMultiply(left.top, right.top, out var product) && TryMultiply(left.Bottom, right.Bottom, out var common)
            ? new Rational(product, common)
            : new Rational(left.Big * right.Big);

    // (a / b) / (c / d) = a d / b c, where c is made whole: it becomes the new bottom.
    private static bool TryDivide(Rational left, Rational right, out Rational quotient)
    {
        quotient = default;
        var divisor = new DecimalParts(right.top);
        if (!ExactDecimal.TryMultiply(left.top, right.Bottom, out var dividend)
            || !ExactDecimal.TryShift(dividend, divisor.Scale, out dividend)
            || !divisor.TryUnits(out var units) || !TryMultiply(left.Bottom, units, out var common))
            return false;
        quotient = new Rational(divisor.IsNegative ? -dividend : dividend, common).Reduced();
        return true;
    }

    private static bool TryDivide(decimal dividend, long divisor, out decimal quotient)
    {
        quotient = dividend / divisor;
        return ExactDecimal.TryMultiply(quotient, divisor, out var back) && back == dividend;
    }

    private static bool TryMultiply(long left, long right, out long product)
    {
        product = unchecked(left * right);
        return (left <= int.MaxValue && right <= int.MaxValue) || (right != 0 && left <= long.MaxValue / right);
    }

    private Rational WithoutCommonFactor()
    {
        var parts = new DecimalParts(top);
        if (parts.Scale != 0 || !parts.TryUnits(out var units))
            return this;
        var (factor, rest) = (bottom, units);
        while (rest != 0)
            (factor, rest) = (rest, factor % rest);
        return factor == 1 ? this : new Rational((parts.IsNegative ? -units : units) / factor, bottom / factor);
    }
}
