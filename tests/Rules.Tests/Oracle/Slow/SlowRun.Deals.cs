using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Tests.Oracle;

/// <summary>Deals: credit, and what is earned once.</summary>
internal sealed partial class SlowRun
{
    private readonly Dictionary<(CommissionRule Rule, Month Month), List<(Deal Deal, string Role, Line Line)>> limited = [];

    private void JudgeDeal(Deal deal)
    {
        var words = new Dictionary<string, string?>
        {
            ["deal.motion"] = deal.Motion ?? "direct",
            ["deal.source"] = deal.Source ?? "direct",
            ["deal.sourcing_partner"] = deal.Sourcing,
            ["customer.country"] = deal.Country,
            ["customer.status"] = "active",
        };
        var numbers = new Dictionary<string, Fraction?> { ["deal.amount"] = deal.Amount, ["customer.employees"] = deal.Employees };
        Situation See(Dictionary<string, string?> seen) => new()
        {
            Words = seen, Numbers = numbers, Protected = deal.Registration is { } claim && claim.From <= deal.Day && deal.Day <= claim.Until,
        };
        var decision = new SlowCredit(program, See(words), deal.Roster, deal.Day, deal).Decide();
        var money = Credit(deal.Key, decision, deal.Amount);
        if (!deal.Won)
            return;
        foreach (var rule in program.Commissions.Where(rule => rule.Every == Every.Deal && rule.Term.Holds(deal.Day)))
        {
            for (var i = 0; i < decision.Portions.Count; i++)
            {
                var portion = decision.Portions[i];
                var situation = See(With(words, portion.Partner));
                if (!Earns(rule, portion.Role) || !situation.Fits(rule.When))
                    continue;
                var unit = new Fraction(1, System.Numerics.BigInteger.Pow(10, program.Digits));
                var earned = Rounded(rule.Credited
                    ? SlowRating.Of(rule, money[i] * unit, situation)
                    : SlowRating.Of(rule, deal.Amount, situation) * portion.Part);
                DealLine(deal, rule, portion, earned);
            }
        }
    }

    private void DealLine(Deal deal, CommissionRule rule, Portion portion, System.Numerics.BigInteger earned)
    {
        var key = $"{portion.Partner}|{deal.Key}|{portion.Role}";
        if (rule.Partner.Exists || rule.Program.Exists)
        {
            lines.Add($"{deal.Key} earned {rule.Name} {portion.Partner} {portion.Role} {earned}");
            var month = (rule, Month.Of(deal.Day));
            if (!limited.TryGetValue(month, out var all))
                limited.Add(month, all = []);
            all.Add((deal, portion.Role, new Line { Key = key, Partner = portion.Partner, Uncapped = earned }));
            return;
        }
        lines.Add($"{deal.Key} earned {rule.Name} {portion.Partner} {portion.Role} {earned} held {Held(rule, earned)}");
        Enter("buyer", deal.Key, rule, $"{rule.Name}|{key}", portion.Partner, portion.Role, earned);
    }

    private void LimitDeals()
    {
        foreach (var ((rule, month), all) in limited)
        {
            SlowLimits.Apply(rule, program.Digits, [.. all.Select(one => one.Line)]);
            foreach (var (deal, role, line) in all)
            {
                lines.Add($"{month} limits {rule.Name} {line.Key} {line.Amount} held {Held(rule, line.Amount)}");
                Enter("buyer", deal.Key, rule, $"{rule.Name}|{line.Key}", line.Partner, role, line.Amount);
            }
        }
    }
}
