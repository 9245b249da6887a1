using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>
/// The meanings of the language, spelt out with exact fractions and no thought of speed: everything that a program comes to in a
/// world, in lines. It shares nothing with the engine, so that the same mistake is not made twice.
/// </summary>
internal sealed partial class SlowRun(OracleProgram program, World world)
{
    private readonly List<string> lines = [];

    private readonly List<(string Customer, string? Deal, string Key, string Rule, string Partner, string Role, BigInteger Amount)> entries = [];

    public string Everything()
    {
        foreach (var deal in world.Deals)
            JudgeDeal(deal);
        LimitDeals();
        for (var i = 0; i < world.Months; i++)
            JudgeMonth(world.First.AddMonths(i));
        TakeBack();
        JudgeTiers();
        return string.Join("\n", lines.Order(StringComparer.Ordinal));
    }

    /// <summary>What each partner earns in a month after all limits, in minor units; once <see cref="Everything"/> is run.</summary>
    public IReadOnlyDictionary<string, BigInteger> Earned(Month month) => entries
        .Where(entry => entry.Deal is null && entry.Key.Split('|')[1] == month.ToString())
        .GroupBy(entry => entry.Partner)
        .ToDictionary(all => all.Key, all => all.Aggregate(BigInteger.Zero, (sum, entry) => sum + entry.Amount), StringComparer.Ordinal);

    private static bool Earns(CommissionRule rule, string role) => rule.Roles.Count == 0 || rule.Roles.Contains(role);

    // Shares in money and in ten-billionths of a percent, each by largest remainder; the house last.
    private BigInteger[] Credit(string subject, Decision decision, Fraction whole)
    {
        Fraction[] parts = [.. decision.Portions.Select(portion => portion.Part), decision.House];
        var money = Division.Of(whole.Units(program.Digits, program.HalfEven), parts);
        var percents = Division.Of(BigInteger.Pow(10, 12), parts);
        lines.Add($"{subject} {decision.Outcome} {decision.Rule}");
        lines.Add($"{subject} house {money[^1]} {percents[^1]}");
        for (var i = 0; i < decision.Portions.Count; i++)
            lines.Add($"{subject} credit {decision.Portions[i].Partner} {decision.Portions[i].Role} {money[i]} {percents[i]}");
        return money;
    }

    private static BigInteger Held(CommissionRule rule, BigInteger amount) =>
        Division.Of(amount, [(100 - (Fraction)rule.Hold) / 100, (Fraction)rule.Hold / 100])[1];

    private BigInteger Rounded(Fraction amount) => amount.Units(program.Digits, program.HalfEven);

    private void Enter(string customer, string? deal, CommissionRule rule, string key, string partner, string role, BigInteger amount)
    {
        var held = Held(rule, amount);
        entries.Add((customer, deal, key + " payable", rule.Name, partner, role, amount - held));
        entries.Add((customer, deal, key + " held", rule.Name, partner, role, held));
    }

    private string TierOf(string partner) => world.TierOfPartner.GetValueOrDefault(partner) ?? "registered";

    private Dictionary<string, string?> With(Dictionary<string, string?> words, string partner) => new(words) { ["partner.tier"] = TierOf(partner) };
}
