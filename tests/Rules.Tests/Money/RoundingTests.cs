using System.Numerics;
using CrmAddon.Rules.Money;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Money;

[TestClass]
public sealed class RoundingTests
{
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
}
