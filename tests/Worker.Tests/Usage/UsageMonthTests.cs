using System;
using CrmAddon.Worker.Usage;

namespace CrmAddon.Worker.Tests.Usage;

[TestClass]
public sealed class UsageMonthTests
{
    [TestMethod]
    [DataRow("2024-09-01T00:00:00Z")]
    [DataRow("2024-09-18 22:00:00")]
    [DataRow("2024-09-30T23:59:59.9999999Z")]
    [DataRow("2024-09-30")]
    [DataRow("2024-09-30 12:00:00 UTC")]
    [DataRow("2024-09-01 00:00:00+00:00")]
    [DataRow("2024-10-01T01:30:00+02:00")]
    [DataRow("2024-08-31T22:30:00-05:00")]
    [DataRow("2024-09-01T00:00Z")]
    public void Times_belong_to_their_month_in_UTC(string text)
    {
        Assert.IsTrue(UsageMonth.TryRead(text, out var month));
        Assert.AreEqual(new DateOnly(2024, 9, 1), month);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("9/2/2023")]
    [DataRow("02.09.2023")]
    [DataRow("2024-13-01")]
    [DataRow("2024-02-30T00:00:00Z")]
    [DataRow("45536")]
    public void Dates_that_could_be_read_in_two_ways_are_not_guessed(string? text) => Assert.IsFalse(UsageMonth.TryRead(text, out _));
}
