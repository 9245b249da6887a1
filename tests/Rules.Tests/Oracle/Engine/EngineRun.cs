using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>What the engine comes to in a world, in the lines of <see cref="SlowRun"/>; it carries what it booked as a ledger does.</summary>
internal sealed partial class EngineRun(RuleProgram engine, OracleProgram program, World world, Action<Ruling>? seen = null)
{
    private readonly List<string> lines = [];

    private readonly List<(string Customer, string? Deal, ClawbackEntry Entry)> entries = [];

    private CommissionRule Rule(string name, DateTime day) => program.Commissions.Single(rule => rule.Name == name && rule.Term.Holds(day));

    /// <summary>How many rulings the engine gave.</summary>
    public int Rulings { get; private set; }

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

    private T Seen<T>(T ruling)
        where T : Ruling
    {
        Rulings++;
        seen?.Invoke(ruling);
        return ruling;
    }

    private void Credit(string subject, CreditResult credit)
    {
        lines.Add($"{subject} {credit.Outcome} {credit.Rule}");
        lines.Add($"{subject} house {Units(credit.HouseAmount)} {Percent(credit.HousePercent)}");
        lines.AddRange(credit.Shares.Select(share =>
            $"{subject} credit {share.PartnerKey} {share.Role} {Units(share.Amount)} {Percent(share.Percent)}"));
    }

    private string Units(decimal amount)
    {
        for (var i = 0; i < program.Digits; i++)
            amount *= 10;
        return Plain(amount);
    }

    private static string Percent(decimal percent) => Plain(percent * 10_000_000_000m);

    private static string Carried(decimal amount) => (Fraction)amount * 10_000_000_000m is { Bottom.IsOne: true } whole
        ? whole.Top.ToString(CultureInfo.InvariantCulture)
        : "more than ten decimals: " + Plain(amount);

    private static string Plain(decimal number) => number.ToString("0.################", CultureInfo.InvariantCulture);

    private void Enter(string customer, string? deal, string key, string rule, string partner, string role, decimal amount, decimal held)
    {
        entries.Add((customer, deal, new ClawbackEntry(key + " payable", rule, partner, role, amount - held)));
        entries.Add((customer, deal, new ClawbackEntry(key + " held", rule, partner, role, held)));
    }

    private void JudgeDeal(Deal deal)
    {
        var ruling = Seen(engine.Judge(EngineCases.Deal(world, deal)));
        Credit(deal.Key, ruling.Credit);
        foreach (var earning in ruling.Earnings)
        {
            var rule = Rule(earning.Rule, deal.Day);
            var key = $"{earning.PartnerKey}|{deal.Key}|{earning.Role}";
            var line = $"{deal.Key} earned {earning.Rule} {earning.PartnerKey} {earning.Role} {Units(earning.Amount)}";
            if (rule.Partner.Exists || rule.Program.Exists)
            {
                lines.Add(line);
                var month = (rule, CrmAddon.Rules.Month.Of(deal.Day));
                if (!limited.TryGetValue(month, out var all))
                    limited.Add(month, all = []);
                all.Add((deal, earning.Role, new CapLine(key, earning.PartnerKey, earning.Amount)));
                continue;
            }
            lines.Add(line + " held " + Units(earning.Held));
            Enter("buyer", deal.Key, $"{earning.Rule}|{key}", earning.Rule, earning.PartnerKey, earning.Role, earning.Amount, earning.Held);
        }
    }

    private readonly Dictionary<(CommissionRule Rule, Month Month), List<(Deal Deal, string Role, CapLine Line)>> limited = [];

    private void LimitDeals()
    {
        foreach (var ((rule, month), all) in limited)
        {
            var ruling = Seen(engine.ApplyLimits(rule.Name, month, [.. all.Select(one => one.Line)]));
            foreach (var ((deal, role, _), line) in all.Zip(ruling.Lines))
            {
                lines.Add($"{month} limits {rule.Name} {line.Key} {Units(line.Amount)} held {Units(line.Held)}");
                Enter("buyer", deal.Key, $"{rule.Name}|{line.Key}", rule.Name, line.PartnerKey, role, line.Amount, line.Held);
            }
        }
    }

    private void TakeBack()
    {
        if (program.Clawbacks.Count == 0)
            return;
        foreach (var subject in entries.GroupBy(entry => (entry.Customer, entry.Deal)))
        {
            var ruling = Seen(engine.Judge(new ClawbackCase
            {
                CustomerKey = subject.Key.Customer,
                Month = world.Churned,
                DealKey = subject.Key.Deal,
                Fields = subject.Key.Deal is { } deal
                    ? new Dictionary<string, FieldValue> { ["deal.won"] = FieldValue.OfDate(world.Deals.Single(one => one.Key == deal).Day) }
                    : new Dictionary<string, FieldValue>(),
                Entries = [.. subject.Select(entry => entry.Entry)],
            }));
            lines.AddRange(ruling.Lines.Where(line => line.Amount != 0)
                .Select(line => $"clawback {line.Clawback} {line.EntryKey} {Units(line.Amount)}"));
        }
    }

    private void JudgeTiers()
    {
        if (program.Tiers.Count == 0)
            return;
        foreach (var partner in world.TierOfPartner.Keys)
        {
            var ruling = Seen(engine.Judge(new TierCase
            {
                PartnerKey = partner,
                Fields = EngineCases.OfPartner(world, partner),
                Month = world.First.AddMonths(world.Months - 1),
                Usage = EngineCases.History(world.Customers),
                ActiveCustomers = SlowRun.ActiveCustomers(world),
            }));
            lines.Add($"tier {partner} {ruling.Tier}");
        }
    }
}
