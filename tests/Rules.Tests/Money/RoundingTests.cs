using System.Globalization;
using System.Numerics;
using CrmAddon.Rules.Money;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Money;

[TestClass]
public sealed class RoundingTests
{
    // Facts from public test suites of billing systems, half up.
    [TestMethod]
    [DataRow("1000", "20", "200")]
    [DataRow("1000", "50", "500")]
    [DataRow("1900", "10", "190")]
    [DataRow("7", "20", "1")]
    [DataRow("2", "20", "0")]
    [DataRow("3", "20", "1")]
    [DataRow("15", "10", "2")]
    [DataRow("1", "50", "1")]
    [DataRow("500", "2.9", "15")]
    public void Percentages_of_minor_units_round_half_up(string units, string percent, string expected) =>
        Assert.AreEqual(expected, Text(((Rational)Number(units) * Number(percent) / 100).Round(0, false)));

    [TestMethod]
    [DataRow("1.23456789", 2, "1.23")]
    [DataRow("1.23556789", 2, "1.24")]
    [DataRow("1.23456789", 0, "1")]
    [DataRow("1.9556789", 0, "2")]
    [DataRow("1.23456789", 4, "1.2346")]
    [DataRow("13.3333", 2, "13.33")]
    public void Amounts_round_to_the_minor_unit(string amount, int digits, string expected)
    {
        Assert.AreEqual(expected, Text(((Rational)Number(amount)).Round(digits, true)));
        Assert.AreEqual(expected, Text(((Rational)Number(amount)).Round(digits, false)));
    }

    [TestMethod]
    public void Decimals_round_as_the_framework_rounds_them() =>
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 8], Gen.Int[0, 4]).Sample((units, scale, digits) =>
        {
            var amount = new decimal(units) / (decimal)BigInteger.Pow(10, scale);
            return ((Rational)amount).Round(digits, true) == decimal.Round(amount, digits, System.MidpointRounding.ToEven)
                && ((Rational)amount).Round(digits, false) == decimal.Round(amount, digits, System.MidpointRounding.AwayFromZero);
        });

    [TestMethod]
    public void A_third_of_three_halves_of_a_cent_is_a_tie()
    {
        var halfCent = (Rational)1 / 3 * 0.015m;

        Assert.AreEqual(0.00m, halfCent.Round(2, true));
        Assert.AreEqual(0.01m, halfCent.Round(2, false));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);
}
