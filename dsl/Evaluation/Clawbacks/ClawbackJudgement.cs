using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Evaluation;

/// <summary>Judges what is taken back of a churned customer's entries, clawback by clawback in the order of their names.</summary>
internal sealed class ClawbackJudgement
{
    private readonly BoundProgram program;
    private readonly ClawbackCase churned;
    private readonly Facts facts;
    private readonly Dictionary<(string Rule, string Partner, string Role), Recovery> recoveries;
    private readonly List<ClawbackLine> lines = [];
    private readonly Trace trace = new();

    private ClawbackJudgement(BoundProgram program, ClawbackCase churned)
    {
        this.program = program;
        this.churned = churned;
        facts = program.Reader.NewFacts();
        program.Reader.Read(churned.Fields, churned.Month.FirstDay, null, facts);
        recoveries = churned.Entries.GroupBy(entry => (entry.Rule, entry.PartnerKey, entry.Role))
            .ToDictionary(group => group.Key, group => new Recovery(group));
        foreach (var rule in program.Clawbacks)
            Judge(rule);
        trace.Clawbacks(0, program, churned);
    }

    public static ClawbackRuling Of(BoundProgram program, ClawbackCase churned)
    {
        var judgement = new ClawbackJudgement(program, churned);
        return new ClawbackRuling(program.Hash, churned.Month, judgement.lines, () => judgement.trace.Findings()[0]);
    }

    private void Judge(ClawbackRule rule)
    {
        var since = trace.Here;
        if (rule.Since is { } date && !IsInTime(rule, date))
            return;
        var any = false;
        foreach (var group in recoveries.Where(group => rule.Rules.Contains(group.Key.Rule))
            .OrderBy(group => group.Key.Rule, StringComparer.Ordinal).ThenBy(group => group.Key.Partner, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Role, StringComparer.Ordinal))
        {
            Take(rule, group.Value);
            any = true;
        }
        if (any)
            trace.Clawback(since, rule);
        else
            trace.ClawbackWithoutEntries(rule);
    }

    private bool IsInTime(ClawbackRule rule, FieldSlot date)
    {
        var value = date.Read(facts);
        if (!value.IsKnown)
        {
            trace.ClawbackWithoutDate(rule);
            return false;
        }
        // Who churns in the month of the date has not churned before it.
        var start = new DateTime((long)value.Quantity * TimeSpan.TicksPerDay);
        var days = Math.Max(0, (churned.Month.FirstDay - start).Days);
        if (days > rule.WithinDays)
            trace.ClawbackTooLate(rule, start, churned.Month.FirstDay, days);
        else
            trace.ClawbackInTime(rule, start, churned.Month.FirstDay, days);
        return days <= rule.WithinDays;
    }

    private void Take(ClawbackRule rule, Recovery recovery)
    {
        var since = trace.Here;
        var before = recovery.Left;
        var taken = recovery.Take(rule.Rate, program.Rounding);
        for (var i = 0; i < taken.Length; i++)
        {
            if (taken[i] == 0)
                continue;
            lines.Add(new ClawbackLine(rule.Name, recovery.Entries[i], -taken[i]));
            trace.TakenBack(recovery.Entries[i], taken[i]);
        }
        trace.TakenBack(since, rule, recovery, before - recovery.Left, before, program.Currency);
    }
}
