using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Programs;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Work;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Periods;

/// <summary>
/// Closes a month for good once every partner is posted: nothing of it is provisional any more, its total, number of entries and
/// their hash are kept. An entry that was written while the closing began sends its partner round once more.
/// </summary>
internal sealed class PeriodSeal(IOrganizationService service, DateTime now)
{
    /// <summary>How many partners of the month are still to be posted.</summary>
    public int Waiting(Guid program, Month month) => service.All(Queries.From(WorkItem.Table, WorkItem.Id)
        .Where(WorkItem.Program, program)
        .Where(WorkItem.Kind, WorkItem.KindOf.CloseMonth)
        .Where(WorkItem.Month, month.FirstDay)
        .Where(WorkItem.State, WorkItem.StateOf.Waiting)).Count;

    /// <summary>Whether the month is being closed: only then a partner's entries are posted.</summary>
    public bool IsClosing(Guid program, Month month) => Closing(program, month) is not null;

    /// <summary>Closes the period if it is being closed and no partner waits; else does nothing.</summary>
    public void SealIfDone(Guid program, Month month)
    {
        if (Closing(program, month) is not { } period)
            return;

        // Two last partners at once would each see the other still waiting. The period's row lets one through after the other.
        service.Update(new Entity(Period.Table, period.Id) { [Period.Name] = period.Text(Period.Name) });
        if (Waiting(program, month) > 0)
            return;

        var late = DuePartners.Of(service, program, month);
        if (late.Count == 0)
            Seal(period, program, month);
        else
            Repeat(program, month, late);
    }

    private void Repeat(Guid program, Month month, IReadOnlyList<Guid> partners)
    {
        var facts = ProgramFacts.One(service, program);
        foreach (var partner in partners)
            new WorkRequests(service, now).CloseMonth(facts, partner, month);
    }

    private Entity? Closing(Guid program, Month month) => service.First(Queries.From(Period.Table, Period.Name)
        .Where(Period.Program, program)
        .Where(Period.Month, month.FirstDay)
        .Where(Period.Status, Period.StatusOf.Closing));

    private void Seal(Entity period, Guid program, Month month)
    {
        var entries = service.All(Queries.From(Entry.Table, Entry.Key, Entry.Amount)
            .Where(Entry.Program, program)
            .Where(Entry.BookedMonth, month.FirstDay));
        var closed = new Entity(Period.Table, period.Id)
        {
            [Period.Total] = new Money(entries.Sum(entry => entry.Amount(Entry.Amount))),
            [Period.Entries] = entries.Count,
            [Period.Hash] = Sha256Text.Of(Lines(entries)),
            [Period.ClosedOn] = now,
            [Period.State] = new OptionSetValue(Period.StateOf.Closed),
            [Period.Status] = new OptionSetValue(Period.StatusOf.Closed),
        };
        service.Update(closed);
    }

    /// <summary>One line for each entry, its key and its amount, by key in ordinal order.</summary>
    private static string Lines(IEnumerable<Entity> entries) => string.Join("\n", entries
        .Select(entry => entry.Text(Entry.Key) + "\t" + entry.Amount(Entry.Amount).ToString("0.00##", CultureInfo.InvariantCulture))
        .OrderBy(line => line, StringComparer.Ordinal));
}
