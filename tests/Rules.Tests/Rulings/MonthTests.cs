using System;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class MonthTests
{
    private static readonly Gen<Month> Months = Gen.Select(Gen.Int[1, 9999], Gen.Int[1, 12], (year, number) => new Month(year, number));

    [TestMethod]
    public void A_month_reads_back_from_its_text() => Months.Sample(month => Month.Parse(month.ToString()) == month);

    [TestMethod]
    public void Adding_the_distance_gives_the_other_month() =>
        Gen.Select(Months, Months).Sample((one, other) =>
            one.AddMonths(other.MonthsSince(one)) == other && (one < other) == one.CompareTo(other) < 0);

    [TestMethod]
    public void Its_days_lie_in_it() =>
        Months.Sample(month => Month.Of(month.FirstDay) == month && Month.Of(month.LastDay) == month && Month.Of(month.LastDay) <= month);

    [TestMethod]
    [DataRow("")]
    [DataRow("2026-13")]
    [DataRow("2026-00")]
    [DataRow("0000-01")]
    [DataRow("2026-1")]
    [DataRow("2026/01")]
    [DataRow("+026-01")]
    public void What_is_no_month_is_refused(string text)
    {
        Assert.IsFalse(Month.TryParse(text, out _));
        Assert.ThrowsExactly<FormatException>(() => Month.Parse(text));
    }

    [TestMethod]
    public void No_month_lies_outside_the_calendar()
    {
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new Month(9999, 12).AddMonths(1));
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => default(Month).AddMonths(-1));
    }
}
