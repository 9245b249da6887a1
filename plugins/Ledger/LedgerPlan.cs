using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>An entry to write: a difference that no row holds yet.</summary>
/// <param name="Key">Its natural key.</param>
/// <param name="Line">The line that it is part of.</param>
/// <param name="Booked">The month of the books that takes it.</param>
/// <param name="Amount">The difference, signed.</param>
/// <param name="Uncapped">The difference before the cap per partner, signed.</param>
/// <param name="Release">The month whose close sets it free, for a held one.</param>
/// <param name="Corrects">The first settled entry of the line; null for an accrual.</param>
internal sealed record NewEntry(
    string Key, EntryLine Line, Month Booked, decimal Amount, decimal Uncapped, Month? Release, Guid? Corrects)
{
    /// <summary>The difference of what the month was measured at, signed.</summary>
    public Carried Carried { get; init; } = Carried.Nothing;

    /// <summary>Whether it corrects something settled, rather than being the line's first entry.</summary>
    public bool IsAdjustment => Corrects is not null;
}

/// <summary>New amounts for a provisional entry.</summary>
internal sealed record ChangedEntry(Guid Id, decimal Amount, decimal Uncapped, Carried Carried);

/// <summary>The fewest writes that bring the ledger to what the rules give.</summary>
internal sealed record LedgerPlan(IReadOnlyList<NewEntry> New, IReadOnlyList<ChangedEntry> Changed, IReadOnlyList<Guid> Gone)
{
    /// <summary>Whether the ledger already says what the rules give.</summary>
    public bool IsEmpty => New.Count + Changed.Count + Gone.Count == 0;

    /// <summary>The lines that limits per partner must be applied to again: those that the plan changes.</summary>
    /// <param name="standing">The entries that it was made for.</param>
    /// <param name="isNewRuling">Whether the rules or what they were told are new; then a limit may be new for every line.</param>
    public IEnumerable<EntryLine> Touched(IEnumerable<LedgerEntry> standing, bool isNewRuling)
    {
        var rows = new HashSet<Guid>(Changed.Select(change => change.Id).Concat(Gone));
        return New.Select(entry => entry.Line)
            .Concat(standing.Where(entry => isNewRuling || rows.Contains(entry.Id)).Select(entry => entry.Line))
            .Distinct();
    }
}
