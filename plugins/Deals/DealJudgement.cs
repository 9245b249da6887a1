using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Ledger;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Rulings;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Deals;

/// <summary>
/// Judges a deal by every program and brings its splits, its ruling and its ledger entries to what the rules say: estimates while it
/// is open, final splits and entries when it is won, the exact reversal when it is opened again. A lost deal credits nobody, so its
/// splits are removed; its rulings stay.
/// </summary>
/// <param name="service">The service, in the event's transaction.</param>
/// <param name="now">When the event happened, UTC.</param>
internal sealed class DealJudgement(IOrganizationService service, DateTime now)
{
    /// <param name="opportunity">The deal.</param>
    /// <param name="isNew">Whether it was created by this very event.</param>
    public void Judge(Guid opportunity, bool isNew = false)
    {
        var published = PublishedRules.Load(service);
        if (published.Programs.Count == 0 || new DealLoader(service).Load(opportunity, isNew) is not { } deal)
            return;

        var splits = new SplitBook(service, isNew ? [] : service.All(
            Queries.From(Split.Table, SplitBook.Columns).Where(Split.Opportunity, opportunity)));
        var date = deal.BusinessDate(DateTime.SpecifyKind(now.Date, DateTimeKind.Unspecified));
        foreach (var program in published.Programs)
            Judge(deal, program, deal.IsLost ? null : published.For(program, Month.Of(date)), date, splits, isNew);
    }

    private void Judge(Deal deal, ProgramFacts program, RulesInForce? rules, DateTime date, SplitBook splits, bool isNew)
    {
        var wasFinal = splits.WasFinal(program.Id);
        if (rules is null)
        {
            splits.Clear(program.Id);
            if (wasFinal)
                Post(deal, program, null, null, null, date);

            return;
        }

        var facts = deal.ToCase(rules, date);
        var ruling = rules.Rules.Judge(facts);
        var recorded = Record(deal, rules, facts, ruling, isNew);
        splits.Write(deal, rules, ruling, recorded.Ruling);
        if (deal.IsWon || wasFinal)
            Post(deal, program, rules, ruling, recorded, date);
    }

    private RecordedRuling Record(Deal deal, RulesInForce rules, DealCase facts, DealRuling ruling, bool isNew) =>
        new RulingBook(service).Record(
            new RulingSubject.Deal(rules.Program.Id, deal.Id, deal.Account),
            new Evidence(
                rules.Version, ruling.ProgramHash, facts.BusinessDate, ruling.Credit.Reason,
                CaseText.Of(facts), ResultText.Of(ruling), () => ResultText.Of(ruling.Derivation)),
            isNew);

    private void Post(
        Deal deal, ProgramFacts program, RulesInForce? rules, DealRuling? ruling, RecordedRuling? recorded, DateTime date)
    {
        var booked = EntryColumns.Entries(service, EntryColumns.Of(program.Id).Where(Entry.Opportunity, deal.Id));
        var entries = booked.Where(entry => !entry.Line.IsClawback).ToList();
        var subject = new EntrySubject(deal.Id, deal.Account);
        var plan = new Posting(program.Code, program.OpenMonth)
            .Plan(Targets.Of(ruling?.Earnings ?? [], subject, Month.Of(date), entries), entries);

        var partners = deal.Partners().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
        foreach (var entry in entries)
            partners[entry.Line.Partner] = entry.Partner;

        new EntryBook(service, program, rules?.Version, recorded?.Ruling).Write(plan, code => partners[code], _ => subject);
        // What was taken back of it rests on what it earned: the month in which the customer left is judged again.
        if (!plan.IsEmpty && deal.Account is { } customer)
            foreach (var month in booked.Where(entry => entry.Line.IsClawback).Select(entry => entry.Line.Earned).Distinct())
                new WorkRequests(service, now).JudgeUsage(program, customer, month);
        if (rules is { HasLimits: true })
            new WorkRequests(service, now).ApplyLimits(
                rules, Targets.Limited(plan.Touched(entries, recorded!.IsNew), ruling!.Earnings), code => partners[code]);
    }
}
