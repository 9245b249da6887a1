using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Ledger;

/// <summary>
/// Applies the caps per partner to everything that a partner earned in a month: the rules divide what a cap takes away over the
/// customers and deals, and the ledger is brought to that.
/// </summary>
internal sealed class PartnerCap(IOrganizationService service)
{
    /// <param name="program">The program.</param>
    /// <param name="partner">The partner.</param>
    /// <param name="month">The month in which it was earned.</param>
    public void Apply(Guid program, Guid partner, Month month)
    {
        var published = PublishedRules.Load(service);
        if (published.Programs.SingleOrDefault(known => known.Id == program) is not { } facts
            || published.For(facts, month) is not { Rules.HasPartnerCaps: true } rules)
            return;

        var entries = EntryColumns.Entries(service, EntryColumns.Of(program)
            .Where(Entry.Partner, partner)
            .Where(Entry.EarnedMonth, month.FirstDay));
        var debts = entries.GroupBy(entry => entry.Line with { IsHold = false }).ToDictionary(
            debt => CapKey.Of(debt.Key), debt => debt.ToList(), StringComparer.Ordinal);
        var rulings = debts.Values.GroupBy(debt => debt[0].Line.Rule, StringComparer.Ordinal)
            .OrderBy(rule => rule.Key, StringComparer.Ordinal)
            .Select(rule => rules.Rules.ApplyLimits(rule.Key, month, rule.Select(ToLine).ToList()))
            .Where(ruling => ruling.Lines.Count > 0)
            .ToList();
        var plan = new Posting(facts.Code, facts.OpenMonth).Plan(
            rulings.SelectMany(ruling => ruling.Lines.SelectMany(line => Parts(debts[line.Key], line, ruling.HoldMonths))), entries);
        if (plan.IsEmpty)
            return;

        var evidence = Record(rules, partner, month, rulings);
        new EntryBook(service, facts, rules.Version, evidence)
            .Write(plan, _ => partner, line => entries.First(entry => entry.Line.Subject == line.Subject).Subject);
    }

    private EntityReference Record(RulesInForce rules, Guid partner, Month month, List<CapRuling> rulings) =>
        new RulingBook(service).Record(
            new RulingSubject.PartnerMonth(rules.Program.Id, partner, month),
            new Evidence(
                rules.Version, rules.Rules.Hash, month.FirstDay, ResultText.Limits(month),
                CaseText.Of(rulings, month), ResultText.Of(rulings),
                () => ResultText.Of(ResultText.Derivation(rulings, month)))).Ruling;

    // The rule holds back its part of what the limit leaves. Where the limit changed nothing, the hold stays as it was judged.
    private static IEnumerable<EntryTarget> Parts(List<LedgerEntry> debt, CappedLine capped, int holdMonths)
    {
        var line = debt[0].Line with { IsHold = false };
        var heldBefore = debt.Where(entry => entry.Line.IsHold).Sum(entry => entry.Uncapped);
        var held = capped.Amount == capped.Uncapped ? heldBefore : capped.Held;
        yield return new EntryTarget(line, capped.Amount - held, capped.Uncapped - heldBefore);
        yield return new EntryTarget(line with { IsHold = true }, held, heldBefore,
            holdMonths > 0 ? line.Earned.AddMonths(holdMonths) : null);
    }

    private static CapLine ToLine(List<LedgerEntry> debt) =>
        new(CapKey.Of(debt[0].Line), debt[0].Line.Partner, debt.Sum(entry => entry.Uncapped));
}
