using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Money;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.KnownAnswers;

/// <summary>Known answers of other people's software, see README.md: the language comes to the same.</summary>
[TestClass]
public sealed class VectorTests
{
    public static IEnumerable<TestDataRow<Vector>> Divisions => Rows(Vector.All("allocation").Where(vector => !vector.IsOtherPolicy));

    public static IEnumerable<TestDataRow<Vector>> Ratings => Rows(Vector.All("minmax").Concat(Vector.All("package")));

    public static IEnumerable<TestDataRow<Vector>> Percentages => Rows(Vector.All("rounding").Where(vector => vector.Text("pct") is not null));

    public static IEnumerable<TestDataRow<Vector>> Roundings => Rows(Vector.All("rounding").Where(vector => vector.Text("pct") is null));

    [TestMethod]
    [DynamicData(nameof(Divisions))]
    public void Money_is_divided_by_weight(Vector vector) => Holds(VectorPrograms.Allocation(vector));

    [TestMethod]
    [DynamicData(nameof(Ratings))]
    public void Steps_packages_and_limits_come_out(Vector vector) => Holds(VectorPrograms.Rated(vector));

    [TestMethod]
    [DynamicData(nameof(Percentages))]
    public void Percentages_round_half_up(Vector vector) => Holds(VectorPrograms.Percentage(vector));

    [TestMethod]
    [DynamicData(nameof(Roundings))]
    public void Amounts_round_to_the_minor_unit(Vector vector)
    {
        if (vector.Digits is 0 or 2)
            Holds(VectorPrograms.Rounded(vector));
        else // No currency in use has four decimals; the rounding itself is the same.
            Assert.AreEqual(vector.Number("expected"), ((Rational)vector.Number("amount")).Round(vector.Digits, true));
    }

    [TestMethod]
    public void A_negative_amount_mirrors_the_positive_one_whatever_others_do()
    {
        var policy = Vector.All("allocation").Single(vector => vector.Id == "moneyphp-neg");
        CollectionAssert.AreEqual(new[] { -3m, -2m }, policy.Numbers("expected_minor"));

        var program = Program("credit \"By weight\" for deals shares MSP 100% several in a role: by weight");
        var parts = program.Judge(Deal(policy.Number("total_minor") / 100, Weighted("a", 7), Weighted("b", 3))).Credit.Shares;

        CollectionAssert.AreEqual(new[] { -0.04m, -0.01m }, parts.Select(part => part.Amount).ToArray());
    }

    [TestMethod]
    public void Equal_remainders_go_to_the_first_key_whatever_others_do()
    {
        var policy = Vector.All("allocation").Single(vector => vector.Id == "nodamoney-5by2");
        CollectionAssert.AreEqual(new[] { 2m, 3m }, policy.Numbers("expected_minor"));

        var program = Program("credit \"By weight\" for deals shares MSP 100% several in a role: by weight");
        var parts = program.Judge(Deal(0.05m, Weighted("b", 1), Weighted("a", 1))).Credit.Shares;

        Assert.AreEqual("a 0.03, b 0.02", string.Join(", ", parts.Select(part =>
            part.PartnerKey + " " + part.Amount.ToString(CultureInfo.InvariantCulture))));
    }

    [TestMethod]
    public void Every_vector_is_used() => Assert.AreEqual(
        Vector.All("allocation").Count + Vector.All("minmax").Count + Vector.All("package").Count + Vector.All("rounding").Count,
        Divisions.Count() + Ratings.Count() + Percentages.Count() + Roundings.Count() + 2);

    private static Participant Weighted(string key, decimal weight) => new() { PartnerKey = key, Role = "MSP", Weight = weight };

    private static void Holds(string text)
    {
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        Assert.IsTrue(result.Succeeded, text + "\n" + Sample.Rendered(result, text));
    }

    private static IEnumerable<TestDataRow<Vector>> Rows(IEnumerable<Vector> vectors) =>
        vectors.Select(vector => new TestDataRow<Vector>(vector) { DisplayName = vector.Id });
}
