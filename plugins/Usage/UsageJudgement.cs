using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Clawbacks;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Usage;

/// <summary>
/// Judges one customer's month by one program and brings its ledger entries to what the rules say. If anything changed, later
/// months that look back on this one are asked for, and the caps per partner.
/// </summary>
internal sealed class UsageJudgement(IOrganizationService service, DateTime now)
{
    /// <param name="program">The program.</param>
    /// <param name="month">The customer and the month.</param>
    /// <param name="isRipple">
    /// Whether only a month before it changed; then the months that look back on that were asked for already. What the rest of its
    /// own quarter or year books rests on what it books itself, and is asked for in any case.
    /// </param>
    public void Judge(Guid program, CustomerMonth month, bool isRipple)
    {
        var published = PublishedRules.Load(service);
        if (published.Find(program) is not { } facts)
            return;

        // Before the first version takes effect a month earns nothing, yet later months may look back on it.
        var isChanged = published.For(facts, month.Month) is not { } rules || Judge(rules, month);
        if (isChanged)
            new UsageRequests(service, now).Ripple(
                facts, month, isRipple ? 0 : published.LookbackMonths(facts), published.WindowEnd(facts, month.Month));
    }

    private bool Judge(RulesInForce rules, CustomerMonth month)
    {
        var entries = Entries(rules, month);
        var loaded = new CustomerMonthLoader(service).Load(rules, month, BookedLines.Of(rules.Rules, month.Month, entries));
        var ruling = rules.Rules.Judge(loaded.Case);
        var recorded = Record(rules, month, loaded.Case, ruling);
        if ((rules.Rules.Features & ProgramFeatures.Clawbacks) != 0)
            new ClawbackBook(service).Write(
                rules, month, loaded.Case, !ruling.CustomerIsActive && loaded.WasActive(rules.Rules), recorded.Ruling);
        Post(rules, month, loaded, ruling, recorded, entries.Where(entry => entry.Line.Earned == month.Month).ToList());
        return recorded.IsNew;
    }

    private RecordedRuling Record(RulesInForce rules, CustomerMonth month, UsageCase facts, UsageRuling ruling) =>
        new RulingBook(service).Record(
            new RulingSubject.CustomerMonth(rules.Program.Id, month.Customer, month.Month),
            new Evidence(
                rules.Version, ruling.ProgramHash, month.Month.FirstDay, ruling.Credit.Reason,
                CaseText.Of(facts, month.Month.AddMonths(-rules.Rules.LookbackMonths)), ResultText.Of(ruling),
                () => ResultText.Of(ruling.Derivation)));

    // The month's own entries, and those of the earlier months of the longest window that it is part of.
    private IReadOnlyList<LedgerEntry> Entries(RulesInForce rules, CustomerMonth month) =>
        EntryColumns.Entries(service, EntryColumns.Of(rules.Program.Id)
            .Where(Entry.Customer, month.Customer)
            .Where(Entry.EarnedMonth, ConditionOperator.GreaterEqual, rules.Rules.WindowStart(month.Month).FirstDay)
            .Where(Entry.EarnedMonth, ConditionOperator.LessEqual, month.Month.FirstDay)
            .Where(Entry.Opportunity, ConditionOperator.Null));

    private void Post(
        RulesInForce rules, CustomerMonth month, LoadedMonth loaded, UsageRuling ruling, RecordedRuling recorded,
        IReadOnlyList<LedgerEntry> entries)
    {
        var subject = new EntrySubject(null, month.Customer);
        var plan = new Posting(rules.Program.Code, rules.Program.OpenMonth)
            .Plan(Targets.Of(ruling.Earnings, subject, month.Month, entries), entries);

        var partners = loaded.Partners.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var entry in entries)
            partners[entry.Line.Partner] = entry.Partner;

        new EntryBook(service, rules.Program, rules.Version, recorded.Ruling).Write(plan, code => partners[code], _ => subject);
        if (rules.HasLimits)
            new WorkRequests(service, now).ApplyLimits(
                rules, Targets.Limited(plan.Touched(entries, recorded.IsNew), ruling.Earnings), code => partners[code]);
    }
}
