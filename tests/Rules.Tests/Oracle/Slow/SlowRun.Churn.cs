using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>What is taken back of stated entries, and which tier a partner reaches.</summary>
internal sealed partial class SlowRun
{
    private static readonly string[] TierNames = ["Registered", "Silver", "Gold", "Platinum"];

    private void TakeBack()
    {
        foreach (var subject in entries.GroupBy(entry => (entry.Customer, entry.Deal)))
        {
            foreach (var group in subject.GroupBy(entry => (entry.Rule, entry.Partner, entry.Role)))
            {
                List<(string Key, BigInteger Amount)> earned =
                    [.. group.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => (entry.Key, entry.Amount))];
                BigInteger[] left = [.. earned.Select(entry => entry.Amount)];
                foreach (var rule in program.Clawbacks.Where(rule => rule.Of.Contains(group.Key.Rule)).OrderBy(rule => rule.Name, StringComparer.Ordinal))
                {
                    if (rule.WithinDays is not { } days || (subject.Key.Deal is { } deal && Days(deal) <= days))
                        TakeBack(rule, earned, left);
                }
            }
        }
    }

    // The customer churned on the first day of the month in which it is first found inactive, or on the day the deal was won.
    private int Days(string deal) => Math.Max(0, (world.Churned.FirstDay - world.Deals.Single(one => one.Key == deal).Day).Days);

    // Of the sum of what was earned, as far as there is so much left; all that is left goes back line by line. Where nothing was earned
    // in sum, nothing is taken back.
    private void TakeBack(ClawbackRule rule, List<(string Key, BigInteger Amount)> earned, BigInteger[] left)
    {
        var whole = earned.Aggregate(BigInteger.Zero, (sum, entry) => sum + entry.Amount);
        var rest = left.Aggregate(BigInteger.Zero, (sum, amount) => sum + amount);
        var wanted = BigInteger.Min(rest, Rounded(whole * (Fraction)rule.Percent / 100 / BigInteger.Pow(10, program.Digits)));
        if (whole.Sign <= 0 || wanted.Sign <= 0)
            return;
        var parts = wanted == rest ? [.. left] : Division.Of(wanted, [.. earned.Select(entry => Fraction.Abs(entry.Amount))]);
        for (var i = 0; i < parts.Length; i++)
        {
            left[i] -= parts[i];
            if (!parts[i].IsZero)
                lines.Add($"clawback {rule.Name} {earned[i].Key} {-parts[i]}");
        }
    }

    private void JudgeTiers()
    {
        if (program.Tiers.Count == 0)
            return;
        var month = world.First.AddMonths(world.Months - 1);
        var figures = new Figures(
            world.Customers.SelectMany(History).GroupBy(row => row.Key).ToDictionary(rows => rows.Key, rows => Fraction.Sum(rows.Select(row => row.Value))),
            ActiveCustomers(world));
        foreach (var partner in world.TierOfPartner.Keys)
        {
            var situation = new Situation { Words = With([], partner), Figures = figures, Month = month };
            var reached = program.Tiers.Where(tier => situation.Fits(tier.When)).MaxBy(tier => Array.IndexOf(TierNames, tier.Name));
            lines.Add($"tier {partner} {reached?.Name.ToLowerInvariant()}");
        }
    }

    /// <summary>Who was active in which month.</summary>
    public static Dictionary<Month, IReadOnlyCollection<string>> ActiveCustomers(World world) => world.Customers
        .SelectMany(customer => customer.Months.Select(month => (customer.Key, Month: month.Key, month.Value.Status)))
        .GroupBy(row => row.Month)
        .ToDictionary(rows => rows.Key, rows => (IReadOnlyCollection<string>)[.. rows.Where(row => row.Status == "active").Select(row => row.Key)]);
}
