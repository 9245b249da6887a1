using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>An exact fraction, as slow and as plain as can be. Independent of the engine's.</summary>
internal readonly record struct Fraction
{
    public Fraction(BigInteger top, BigInteger bottom)
    {
        var common = BigInteger.GreatestCommonDivisor(top, bottom) * (bottom.Sign < 0 ? -1 : 1);
        (Top, Bottom) = (top / common, bottom / common);
    }

    public BigInteger Top { get; }

    public BigInteger Bottom { get; }

    public static implicit operator Fraction(int value) => new(value, 1);

    public static Fraction operator +(Fraction a, Fraction b) => new((a.Top * b.Bottom) + (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator -(Fraction a, Fraction b) => new((a.Top * b.Bottom) - (b.Top * a.Bottom), a.Bottom * b.Bottom);

    public static Fraction operator *(Fraction a, Fraction b) => new(a.Top * b.Top, a.Bottom * b.Bottom);

    public static Fraction operator /(Fraction a, Fraction b) => new(a.Top * b.Bottom, a.Bottom * b.Top);

    public static bool operator <(Fraction a, Fraction b) => (a - b).Top.Sign < 0;

    public static bool operator >(Fraction a, Fraction b) => (a - b).Top.Sign > 0;

    public static bool operator <=(Fraction a, Fraction b) => !(a > b);

    public static bool operator >=(Fraction a, Fraction b) => !(a < b);

    /// <summary>Hundredths, a tie to the even one or away from zero.</summary>
    public BigInteger RoundToCents(bool halfEven)
    {
        var cents = this * 100;
        var below = BigInteger.Divide(BigInteger.Abs(cents.Top), cents.Bottom);
        var rest = new Fraction(BigInteger.Abs(cents.Top), cents.Bottom) - new Fraction(below, 1);
        var up = rest > new Fraction(1, 2) || (rest == new Fraction(1, 2) && (!halfEven || !below.IsEven));
        return (up ? below + 1 : below) * cents.Top.Sign;
    }
}
