using System;
using System.Linq;
using CrmAddon.Worker.Usage;
using CsCheck;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class ExactAmountTests
{
    [TestMethod]
    [DataRow("0.00000080000", "0.0000008")]
    [DataRow("4.81298076439E-7", "0.000000481298076439")]
    [DataRow("-1.5e+3", "-1500")]
    [DataRow("+7", "7")]
    [DataRow(".5", "0.5")]
    [DataRow("-.5", "-0.5")]
    [DataRow("5.", "5")]
    [DataRow(" 12.50 ", "12.5")]
    [DataRow("0.1000000000000000055511151231257827021181583404541015625", "0.1000000000000000055511151231257827021181583404541015625")]
    [DataRow("-0", "0")]
    public void Numbers_are_read_to_their_last_digit(string text, string digits)
    {
        Assert.IsTrue(ExactAmount.TryParse(text, out var amount));
        Assert.AreEqual(digits, amount.ToString());
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("-")]
    [DataRow(".")]
    [DataRow("1,000.00")]
    [DataRow("1.000,00")]
    [DataRow("1.2.3")]
    [DataRow("1.-2")]
    [DataRow("$5")]
    [DataRow("(5)")]
    [DataRow("1e")]
    [DataRow("1e999999999")]
    [DataRow("1e-61")]
    [DataRow("0x10")]
    [DataRow("NaN")]
    [DataRow("٣")]
    public void What_is_no_number_is_refused(string text) => Assert.IsFalse(ExactAmount.TryParse(text, out _));

    [TestMethod]
    public void Sums_do_not_depend_on_the_order_even_where_a_decimal_would_overflow() =>
        Gen.Select(Gen.Decimal.Array[1, 30], Gen.Int).Sample((parts, seed) =>
        {
            var shuffled = parts.ToArray();
            new Random(seed).Shuffle(shuffled);
            var sum = Sum(parts);
            return sum == Sum(shuffled) && sum - Sum(parts[1..]) == ExactAmount.Of(parts[0]);
        });

    // decimal.MaxValue with its point moved 28 places.
    private const decimal LargestWith28Decimals = 7.9228162514264337593543950335m;

    [TestMethod]
    public void A_decimal_survives_there_and_back() => Gen.Decimal.Sample(value =>
    {
        var amount = ExactAmount.Of(value);
        return amount.TryRound(28, out var back) ? back == value : decimal.Abs(value) > LargestWith28Decimals;
    });

    [TestMethod]
    [DataRow("0.00000000005", "0")]
    [DataRow("0.00000000015", "0.0000000002")]
    [DataRow("0.000000000150000000001", "0.0000000002")]
    [DataRow("-0.00000000025", "-0.0000000002")]
    [DataRow("-0.00000000035", "-0.0000000004")]
    [DataRow("12.3", "12.3")]
    public void Rounding_to_ten_decimals_is_half_to_even(string text, string rounded)
    {
        Assert.IsTrue(ExactAmount.TryParse(text, out var amount));
        Assert.IsTrue(amount.TryRound(10, out var value));
        Assert.AreEqual(rounded, ExactAmount.Of(value).ToString());
    }

    [TestMethod]
    public void What_no_decimal_can_hold_is_not_rounded_into_one()
    {
        Assert.IsTrue(ExactAmount.TryParse("1e30", out var amount));
        Assert.IsFalse(amount.TryRound(10, out _));
    }

    private static ExactAmount Sum(decimal[] parts) =>
        parts.Aggregate(ExactAmount.Zero, (sum, part) => sum + ExactAmount.Of(part));
}
