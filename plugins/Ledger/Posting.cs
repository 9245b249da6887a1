using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>
/// The arithmetic of the ledger. What is settled is never touched; the difference between what the rules give now and what is
/// settled stands in one provisional entry of the line, in the month in which it was earned or, if its books are closed, in the
/// open one. Nothing here depends on how often or in which order it is asked, so a replay leaves the same rows.
/// </summary>
/// <param name="program">Code of the program.</param>
/// <param name="open">The first month whose books are open.</param>
internal sealed class Posting(string program, Month open)
{
    /// <summary>Compares what the rules give with what stands in the ledger.</summary>
    /// <param name="targets">What the rules give; several of one line add up.</param>
    /// <param name="entries">Every entry of the subjects and months in question; a line without a target is brought to zero.</param>
    public LedgerPlan Plan(IEnumerable<EntryTarget> targets, IEnumerable<LedgerEntry> entries)
    {
        var wanted = targets.ToLookup(target => target.Line);
        var standing = entries.ToLookup(entry => entry.Line);
        var plan = new LedgerPlan(new List<NewEntry>(), new List<ChangedEntry>(), new List<Guid>());
        foreach (var line in wanted.Select(group => group.Key).Union(standing.Select(group => group.Key)))
            Settle(line, wanted[line].ToList(), standing[line].ToList(), plan);

        return plan;
    }

    private void Settle(EntryLine line, List<EntryTarget> wanted, List<LedgerEntry> standing, LedgerPlan plan)
    {
        var settled = standing.Where(entry => entry.IsSettled(open)).ToList();
        var amount = wanted.Sum(target => target.Amount) - settled.Sum(entry => entry.Amount);
        var uncapped = wanted.Sum(target => target.Uncapped) - settled.Sum(entry => entry.Uncapped);
        var measured = wanted.Aggregate(Carried.Nothing, (sum, target) => sum + target.Carried)
            - settled.Aggregate(Carried.Nothing, (sum, entry) => sum + entry.Carried);
        var isNothing = amount == 0m && uncapped == 0m && measured == Carried.Nothing;

        var booked = line.Earned < open ? open : line.Earned;
        var corrected = settled.OrderBy(entry => entry.Booked).ThenBy(entry => entry.Key, StringComparer.Ordinal).FirstOrDefault();
        var key = EntryKey.Of(program, line, booked, isAdjustment: corrected is not null);

        LedgerEntry? provisional = null;
        foreach (var entry in standing.Where(entry => !entry.IsSettled(open)))
        {
            if (provisional is null && string.Equals(entry.Key, key, StringComparison.Ordinal) && !isNothing)
                provisional = entry;
            else
                ((List<Guid>)plan.Gone).Add(entry.Id);
        }

        if (isNothing)
            return;

        if (provisional is null)
            ((List<NewEntry>)plan.New).Add(new NewEntry(
                key, line, booked, amount, uncapped, ReleaseOf(wanted, standing), corrected?.Id)
            {
                Carried = measured,
            });
        else if (provisional.Amount != amount || provisional.Uncapped != uncapped || provisional.Carried != measured)
            ((List<ChangedEntry>)plan.Changed).Add(new ChangedEntry(provisional.Id, amount, uncapped, measured));
    }

    // A reversal has no target any more: it is set free together with what it takes back.
    private static Month? ReleaseOf(List<EntryTarget> wanted, List<LedgerEntry> standing) =>
        wanted.Select(target => target.Release).FirstOrDefault(month => month is not null)
        ?? standing.Select(entry => entry.Release).FirstOrDefault(month => month is not null);
}
