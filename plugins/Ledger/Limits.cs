using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Ledger;

/// <summary>
/// Applies limits per partner and per program to everything that was earned in a month, or in the window so far where a rule's
/// window is a quarter or a year: the rules divide what a cap takes away over the customers and deals, and the ledger is brought
/// to that.
/// </summary>
internal sealed class Limits(IOrganizationService service, DateTime now)
{
    /// <param name="program">The program.</param>
    /// <param name="partner">The partner; null for all of them, where a rule has a limit per program.</param>
    /// <param name="month">The month in which it was earned.</param>
    public void Apply(Guid program, Guid? partner, Month month)
    {
        var published = PublishedRules.Load(service);
        if (published.For(program, month) is not { HasLimits: true } rules)
            return;

        var facts = rules.Program;
        // A clawback takes back what limits have left already; it may even have the name of a commission.
        var entries = EntryColumns.Entries(service, Earned(program, partner, rules.Rules.WindowStart(month), month))
            .Where(entry => !entry.Line.IsClawback)
            .ToList();
        var earlier = new HashSet<LedgerEntry>(BookedLines.Earlier(rules.Rules, month, entries));
        var earned = entries.Where(entry => entry.Line.Earned == month).ToList();
        var debts = earned.Concat(earlier).GroupBy(entry => entry.Line.Debt).ToDictionary(
            debt => CapKey.Of(debt.Key), debt => debt.ToList(), StringComparer.Ordinal);
        var rulings = debts.Values.GroupBy(debt => debt[0].Line.Rule, StringComparer.Ordinal)
            .OrderBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => rules.Rules.ApplyLimits(rule.Key, month, rule.Select(debt => ToLine(debt, earlier)).ToList()))
            .Where(ruling => ruling.Lines.Count > 0)
            .ToList();
        var plan = new Posting(facts.Code, facts.OpenMonth).Plan(
            rulings.SelectMany(ruling => ruling.Lines.SelectMany(
                line => Parts(debts[line.Key], earlier, month, line, ruling.HoldMonths))),
            earned);
        if (plan.IsEmpty)
            return;

        var evidence = Record(rules, partner, month, rulings);
        var partners = entries.GroupBy(entry => entry.Line.Partner, StringComparer.Ordinal)
            .ToDictionary(known => known.Key, known => known.First().Partner, StringComparer.Ordinal);
        new EntryBook(service, facts, rules.Version, evidence)
            .Write(plan, code => partners[code], line => entries.First(entry => entry.Line.Subject == line.Subject).Subject);
        new WorkRequests(service, now).ApplyLimitsAgain(program, partner, month.AddMonths(1), published.WindowEnd(facts, month));
    }

    private static QueryExpression Earned(Guid program, Guid? partner, Month from, Month until)
    {
        var query = EntryColumns.Of(program)
            .Where(Entry.EarnedMonth, ConditionOperator.GreaterEqual, from.FirstDay)
            .Where(Entry.EarnedMonth, ConditionOperator.LessEqual, until.FirstDay);
        return partner is { } one ? query.Where(Entry.Partner, one) : query;
    }

    private EntityReference Record(RulesInForce rules, Guid? partner, Month month, List<CapRuling> rulings) =>
        new RulingBook(service).Record(
            new RulingSubject.PartnerMonth(rules.Program.Id, partner, month),
            new Evidence(
                rules.Version, rules.Rules.Hash, month.FirstDay, ResultText.Limits(month),
                CaseText.Of(rulings, month), ResultText.Of(rulings),
                () => ResultText.Of(ResultText.Derivation(rulings, month)))).Ruling;

    // The rule holds back its part of what the limit leaves. Where the limit changed nothing, the hold stays as it was judged.
    private static IEnumerable<EntryTarget> Parts(
        List<LedgerEntry> debt, HashSet<LedgerEntry> earlier, Month month, CappedLine capped, int holdMonths)
    {
        var line = debt[0].Line.Debt with { Earned = month };
        var judged = debt.Where(entry => !earlier.Contains(entry)).ToList();
        var heldBefore = judged.Where(entry => entry.Line.IsHold).Sum(entry => entry.Uncapped);
        var held = capped.Amount == capped.Uncapped ? heldBefore : capped.Held;
        yield return new EntryTarget(line, capped.Amount - held, capped.Uncapped - heldBefore)
        {
            Carried = judged.Aggregate(Carried.Nothing, (sum, entry) => sum + entry.Carried),
        };
        yield return new EntryTarget(line with { IsHold = true }, held, heldBefore,
            holdMonths > 0 ? line.Earned.AddMonths(holdMonths) : null);
    }

    private static CapLine ToLine(List<LedgerEntry> debt, HashSet<LedgerEntry> earlier)
    {
        var booked = debt.Where(earlier.Contains).ToList();
        return new CapLine(
            CapKey.Of(debt[0].Line), debt[0].Line.Partner,
            debt.Sum(entry => entry.Uncapped) - booked.Sum(entry => entry.Uncapped),
            booked.Sum(entry => entry.Uncapped),
            booked.Sum(entry => entry.Amount));
    }
}
