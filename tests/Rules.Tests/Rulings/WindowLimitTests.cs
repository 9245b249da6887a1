using System;
using System.Linq;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class WindowLimitTests
{
    private static readonly Month February = new(2026, 2);

    private static readonly RuleProgram Quarterly = Program(
        "credit \"All\" for usage shares MSP 100% commission \"Fee\" for MSP every quarter on usage rate 10% "
        + "at most 100 per partner at least 10 per partner at most 150 per program hold 50% for 2 months");

    [TestMethod]
    public void A_month_gets_what_the_cap_leaves_of_the_quarter_minus_what_was_booked()
    {
        // 90 + 30 = 120 become 100, of which 90 are booked.
        Assert.AreEqual("a 10.00 (5.00 held)", Apply(new CapLine("a", "p", 30, 90, 90)));
    }

    [TestMethod]
    public void A_credit_note_below_the_cap_is_taken_back_and_so_is_its_hold()
    {
        // 120 were earned and 100 booked; 120 - 40 = 80 are left.
        Assert.AreEqual("a -20.00 (-10.00 held)", Apply(new CapLine("a", "p", -40, 120, 100)));
    }

    [TestMethod]
    public void An_entry_without_anything_this_month_gives_way()
    {
        // 100 and 100 become 50 and 50; the first has booked 100.
        Assert.AreEqual("a -50.00 (-25.00 held), b 50.00 (25.00 held)", Apply(new CapLine("a", "p", 0, 100, 100), new CapLine("b", "p", 100)));
    }

    [TestMethod]
    public void The_program_s_cap_comes_after_the_partners()
    {
        // p is capped to 100, q has 100: 200 become 150, 75 each.
        Assert.AreEqual("a 75.00 (37.50 held), b 75.00 (37.50 held)", Apply(new CapLine("a", "p", 300), new CapLine("b", "q", 100)));
    }

    [TestMethod]
    public void Over_the_months_of_a_quarter_a_partner_gets_what_the_limits_leave_of_its_whole() =>
        Gen.Select(Gen.Int[-3000, 9000].Array[3], Gen.Int[-3000, 9000].Array[3]).Sample((first, second) =>
        {
            decimal[] uncapped = [0, 0], booked = [0, 0];
            for (var month = 0; month < 3; month++)
            {
                decimal[] amounts = [first[month] / 100m, second[month] / 100m];
                var lines = Quarterly.ApplyLimits("Fee", new Month(2026, month + 1),
                    [.. amounts.Select((amount, i) => new CapLine("k" + i, "p", amount, uncapped[i], booked[i]))]).Lines;
                for (var i = 0; i < 2; i++)
                {
                    uncapped[i] += amounts[i];
                    booked[i] += lines[i].Amount;
                }
            }
            var whole = Quarterly.ApplyLimits("Fee", February, [new CapLine("k0", "p", uncapped[0]), new CapLine("k1", "p", uncapped[1])]);
            return whole.Lines.Select(line => line.Amount).SequenceEqual(booked);
        });

    private static string Apply(params CapLine[] lines) => string.Join(", ", Quarterly.ApplyLimits("Fee", February, lines).Lines
        .Select(line => FormattableString.Invariant($"{line.Key} {line.Amount:0.00} ({line.Held:0.00} held)")));
}
