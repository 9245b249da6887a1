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

    // Facts from public test suites of money libraries; the first of equal remainders is served first in all of them.
    [TestMethod]
    [DataRow(1000, "45 20 34", "455 202 343")]
    [DataRow(9999, "75 25", "7499 2500")]
    [DataRow(1, "33 66", "0 1")]
    [DataRow(1003, "49 51", "491 512")]
    [DataRow(613, "123 102 98 98 92 92", "125 104 99 99 93 93")]
    [DataRow(613, "98 92 98 123 102 92", "99 93 99 125 104 93")]
    [DataRow(100, "1 1 1", "34 33 33")]
    [DataRow(101, "1 1 1", "34 34 33")]
    [DataRow(5, "3 7", "2 3")]
    [DataRow(5, "7 3", "4 1")]
    [DataRow(5, "7 3 0", "4 1 0")]
    [DataRow(5, "0 7 3", "0 4 1")]
    [DataRow(5, "7 0 3", "4 0 1")]
    [DataRow(5, "0 0 1", "0 0 5")]
    [DataRow(5, "0 3 7", "0 2 3")]
    [DataRow(0, "0 0 1", "0 0 0")]
    [DataRow(2, "1 1 1", "1 1 0")]
    [DataRow(1, "1 1", "1 0")]
    [DataRow(1, "0.33 0.66", "0 1")]
    [DataRow(101, "3 7", "30 71")]
    [DataRow(101, "7 3", "71 30")]
    [DataRow(100, "2 3 3", "25 38 37")]
    [DataRow(100, "200 300 1", "40 60 0")]
    public void Known_divisions_come_out(int whole, string weights, string expected) =>
        Assert.AreEqual(expected, Divide(whole, weights));

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
