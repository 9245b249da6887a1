using System;
using System.Collections.Generic;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Properties;

/// <summary>Limits on the total of a window.</summary>
[TestClass]
public sealed class LimitTests
{
    private static readonly Month March = new(2026, 3);

    private static readonly RuleProgram Limited = Program(
        "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every quarter on usage rate 10% "
        + "at most 100 per partner at least 10 per partner at most 150 per program");

    private static readonly Gen<(int Partner, int Booked, int Amount)[]> Lines =
        Gen.Select(Gen.Int[0, 2], Gen.Int[-2000, 9000], Gen.Int[-5000, 20_000]).Array[1, 8];

    [TestMethod]
    public void After_its_limits_a_window_comes_to_the_cap_or_the_floor_exactly() => Lines.Sample(given =>
    {
        var after = Apply(given);
        var partners = after.GroupBy(line => line.PartnerKey).Select(lines =>
        {
            var total = lines.Sum(line => Before(given, line));
            var expected = total > 100 ? 100 : total < 10 && lines.Any(line => Before(given, line) > 0) ? 10 : total;
            return (expected, limited: lines.Sum(line => After(given, line)));
        }).ToList();
        var wanted = Math.Min(150, partners.Sum(partner => partner.expected));
        Assert.AreEqual(wanted, partners.Sum(partner => partner.limited));
        if (partners.Sum(partner => partner.expected) <= 150)
            Assert.IsTrue(partners.All(partner => partner.expected == partner.limited));
        // What is not positive is left as it is, and nothing positive turns negative.
        Assert.IsTrue(after.All(line => Before(given, line) <= 0 ? After(given, line) == Before(given, line) : After(given, line) >= 0));
    }, iter: 200);

    private static IReadOnlyList<CappedLine> Apply((int Partner, int Booked, int Amount)[] given) => Limited.ApplyLimits(
        "Fee", March, [.. given.Select((line, i) => new CapLine(
            "k" + i, "p" + line.Partner, line.Amount / 100m, line.Booked / 100m, line.Booked / 100m))]).Lines;

    private static decimal Before((int Partner, int Booked, int Amount)[] given, CappedLine line) => (given[Index(line)].Booked / 100m) + line.Uncapped;

    private static decimal After((int Partner, int Booked, int Amount)[] given, CappedLine line) => (given[Index(line)].Booked / 100m) + line.Amount;

    private static int Index(CappedLine line) => line.Key[1] - '0';
}
