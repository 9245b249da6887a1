using System;
using System.Linq;
using System.Numerics;
using CrmAddon.Rules.Money;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Money;

[TestClass]
public sealed class LargestRemainderTests
{
    private static readonly Gen<(BigInteger Whole, decimal[] Weights)> Divisions =
        Gen.Select(
            Gen.Long[-1_000_000_000_000, 1_000_000_000_000],
            Gen.Int[0, 100_000].Array[1, 8].Where(weights => weights.Any(weight => weight > 0)),
            (whole, weights) => ((BigInteger)whole, weights.Select(weight => weight / 1000m).ToArray()));

    [TestMethod]
    public void Dividing_a_reversal_mirrors_the_original()
    {
        Assert.AreEqual("4 1", Divide(5, "7 3"));
        Assert.AreEqual("-4 -1", Divide(-5, "7 3"));
    }

    [TestMethod]
    public void The_parts_equal_the_whole() => Divisions.Sample(division =>
    {
        var parts = LargestRemainder.Divide(division.Whole, [.. division.Weights.Select(weight => (Rational)weight)]);
        return parts.Aggregate(BigInteger.Zero, (sum, part) => sum + part) == division.Whole;
    });

    [TestMethod]
    public void No_part_is_a_whole_unit_away_from_its_exact_share() => Divisions.Sample(division =>
    {
        var parts = LargestRemainder.Divide(division.Whole, [.. division.Weights.Select(weight => (Rational)weight)]);
        var total = division.Weights.Sum();
        for (var i = 0; i < parts.Length; i++)
        {
            var exact = Rational.Of(division.Whole, 1) * division.Weights[i] / total;
            var difference = Rational.Of(parts[i], 1) - exact;
            if (difference >= 1 || difference <= -1)
                return false;
        }
        return true;
    });

    [TestMethod]
    public void A_reversal_is_the_exact_negation() => Divisions.Sample(division =>
    {
        Rational[] weights = [.. division.Weights.Select(weight => (Rational)weight)];
        return LargestRemainder.Divide(-division.Whole, weights).SequenceEqual(
            LargestRemainder.Divide(division.Whole, weights).Select(part => -part));
    });

    [TestMethod]
    public void Weights_in_another_scale_divide_the_same() => Gen.Select(Divisions, Gen.Int[1, 1000]).Sample((division, scale) =>
        LargestRemainder.Divide(division.Whole, [.. division.Weights.Select(weight => (Rational)weight / scale)]).SequenceEqual(
            LargestRemainder.Divide(division.Whole, [.. division.Weights.Select(weight => (Rational)weight)])));

    [TestMethod]
    public void Negative_weights_and_weights_of_nothing_are_refused()
    {
        Assert.ThrowsExactly<ArgumentException>(() => Divide(5, "0 0"));
        Assert.ThrowsExactly<ArgumentException>(() => Divide(5, "2 -1"));
    }

    private static string Divide(int whole, string weights) => string.Join(' ', LargestRemainder.Divide(
        whole, [.. weights.Split(' ').Select(weight =>
            (Rational)decimal.Parse(weight, System.Globalization.CultureInfo.InvariantCulture))]));
}
