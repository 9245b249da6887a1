using System;
using System.Linq;
using System.Numerics;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Tests.Oracle;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Money;

/// <summary>Decimals are used where they lose nothing. Whether they do is decided by a slow fraction of the tests' own.</summary>
[TestClass]
public sealed class ExactnessTests
{
    // Words and scales of every size, so that sums, products and quotients of them leave the range of decimals often.
    private static readonly Gen<decimal> Decimals = Gen.Select(
        Gen.OneOf(Gen.Const(0), Gen.Int), Gen.OneOf(Gen.Const(0), Gen.Int), Gen.OneOf(Gen.Const(0), Gen.Const(0), Gen.Int[0, 9], Gen.Int),
        Gen.Bool, Gen.OneOf(Gen.Int[0, 4], Gen.Int[0, 28]), (low, middle, high, negative, scale) =>
            new decimal(low, middle, high, negative, (byte)scale));

    private static readonly Gen<decimal> Everyday = Gen.Select(
        Gen.Int[-100_000_000, 100_000_000], Gen.Int[0, 6], (units, scale) => new decimal(Math.Abs(units), 0, 0, units < 0, (byte)scale));

    private static readonly Gen<decimal> Numbers = Gen.OneOf(Everyday, Everyday, Decimals);

    [TestMethod]
    public void The_words_of_a_decimal_are_read_in_place()
    {
        Assert.IsTrue(DecimalParts.AreReliable);
        Decimals.Sample(value =>
        {
            var parts = new DecimalParts(value);
            var bits = decimal.GetBits(value);
            return ((int)parts.Low, (int)parts.Middle, (int)parts.High, parts.Scale) == (bits[0], bits[1], bits[2], (bits[3] >> 16) & 0xFF);
        });
    }

    [TestMethod]
    public void Arithmetic_loses_nothing() => Gen.Select(Numbers, Numbers, Numbers, Gen.Int[1, 9]).Sample((a, b, c, n) =>
        Same((Rational)a + b, Exact(a) + Exact(b))
        && Same((Rational)a - b, Exact(a) - Exact(b))
        && Same((Rational)a * b, Exact(a) * Exact(b))
        && (b == 0 || Same((Rational)a / b, Exact(a) / Exact(b)))
        && Same((((Rational)a / n) + c) * b, ((Exact(a) / n) + Exact(c)) * Exact(b))
        && (b == 0 || Same((((Rational)a / b) - c).Reduced(), (Exact(a) / Exact(b)) - Exact(c))), iter: 3000);

    [TestMethod]
    public void Comparison_is_that_of_the_fractions() => Gen.Select(Numbers, Numbers, Gen.Int[1, 9]).Sample((a, b, n) =>
        ((Rational)a / n < b) == (Exact(a) / n < Exact(b))
        && ((Rational)a / n == (Rational)a * b / n / (b == 0 ? 1 : b)) == (b != 0 || a == 0), iter: 3000);

    [TestMethod]
    public void Rounding_is_that_of_the_fractions() =>
        Gen.Select(Everyday, Everyday, Gen.Int[1, 400], Gen.Bool).Sample((a, b, n, halfEven) =>
        {
            var rounded = ((Rational)a * b / n).Round(2, halfEven);
            return new Fraction((BigInteger)(rounded * 100), 1).Equals(new Fraction((Exact(a) * Exact(b) / n).Units(2, halfEven), 1))
                && decimal.GetBits(rounded)[3] << 1 == 2 << 17;
        }, iter: 3000);

    [TestMethod]
    public void Ties_of_fractions_are_seen() => Gen.Select(Gen.Int[-999, 999], Gen.Int[1, 99], Gen.Bool).Sample((cents, n, halfEven) =>
    {
        // A whole number of cents and a half, written as a fraction that does not end.
        var tie = ((Rational)((cents * 2) + 1) * n / 200 / n / 7 / 3) * 21;
        return tie.Round(2, halfEven) == decimal.Round(((cents * 2) + 1) / 200m, 2, halfEven ? MidpointRounding.ToEven : MidpointRounding.AwayFromZero);
    });

    [TestMethod]
    public void Dividing_in_decimals_gives_what_dividing_in_fractions_gives() => Gen.Select(
        Gen.Long[-10_000_000_000_000, 10_000_000_000_000], Gen.Select(Gen.Int[0, 5000], Gen.Int[1, 12]).Array[1, 9]).Sample((units, parts) =>
        {
            if (parts.All(part => part.Item1 == 0))
                return true;
            Rational[] weights = [.. parts.Select(part => (Rational)part.Item1 / part.Item2)];
            var fast = new decimal[weights.Length * 2];
            LargestRemainder.Divide(units / 100m, 2, weights, weights.Length, fast);
            var slow = LargestRemainder.Divide((BigInteger)units, weights);
            return slow.Select(part => MinorUnits.ToDecimal(part, 2).ToString(System.Globalization.CultureInfo.InvariantCulture))
                .SequenceEqual(fast.Take(weights.Length).Select(part => part.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }, iter: 3000);

    [TestMethod]
    public void The_second_of_two_parts_is_that_of_a_division() => Gen.Select(Gen.Long[-100_000, 100_000], Gen.Int[0, 1000]).Sample((units, rate) =>
        LargestRemainder.Second(units / 100m, 2, rate / 1000m)
        == LargestRemainder.Divide(units / 100m, 2, [1 - (rate / 1000m), rate / 1000m])[1], iter: 3000);

    private static bool Same(Rational number, Fraction exact) => new Fraction(number.Numerator, number.Denominator).Equals(exact);

    private static Fraction Exact(decimal value)
    {
        var bits = decimal.GetBits(value);
        var whole = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        return new Fraction(bits[3] < 0 ? -whole : whole, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }
}
