using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>An exact fraction, as slow and as plain as can be. Independent of the engine's.</summary>
internal readonly record struct Fraction
{
    private readonly BigInteger bottom;

    public Fraction(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom) * (bottom.Sign < 0 ? -1 : 1);
        Top = top / common;
        this.bottom = bottom / common;
    }

    public static Fraction Zero => new(0, 1);

    public static Fraction One => new(1, 1);

    public BigInteger Top { get; }

    // What nobody has set is zero.
    public BigInteger Bottom => bottom.IsZero ? BigInteger.One : bottom;

    public int Sign => Top.Sign;

    public static implicit operator Fraction(int value) => new(value, 1);

    public static implicit operator Fraction(BigInteger value) => new(value, 1);

    public static implicit operator Fraction(decimal value)
    {
        var bits = decimal.GetBits(value);
        var top = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return new Fraction(bits[3] < 0 ? -top : top, BigInteger.Pow(10, (bits[3] >> 16) & 255));
    }

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public static bool operator <(Fraction a, Fraction b) => (a - b).Sign < 0;

    public static bool operator >(Fraction a, Fraction b) => (a - b).Sign > 0;

    public static bool operator <=(Fraction a, Fraction b) => !(a > b);

    public static bool operator >=(Fraction a, Fraction b) => !(a < b);

    public static Fraction Sum(IEnumerable<Fraction> all) => all.Aggregate(Zero, (sum, one) => sum + one);

    public static Fraction Abs(Fraction a) => new(BigInteger.Abs(a.Top), a.Bottom);

    /// <summary>Whole units of so many digits, a tie to the even one or away from zero.</summary>
    public BigInteger Units(int digits, bool halfEven)
    {
        var units = this * BigInteger.Pow(10, digits);
        var below = BigInteger.Divide(BigInteger.Abs(units.Top), units.Bottom);
        var rest = Abs(units) - below;
        var half = new Fraction(1, 2);
        return (rest > half || (rest == half && (!halfEven || !below.IsEven)) ? below + 1 : below) * units.Sign;
    }

    /// <summary>What is carried from month to month: ten decimals, a tie to the even one.</summary>
    public Fraction Carried() => new(Units(10, true), BigInteger.Pow(10, 10));

    public bool Equals(Fraction other) => Top == other.Top && Bottom == other.Bottom;

    public override int GetHashCode() => HashCode.Combine(Top, Bottom);
}
