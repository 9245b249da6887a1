using System;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>An entry as it stands in the ledger.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Key">Its natural key.</param>
/// <param name="Line">The line that it is part of.</param>
/// <param name="Booked">The month of the books that it stands in.</param>
/// <param name="IsProvisional">Whether it may still change.</param>
/// <param name="Amount">Its amount in the program's currency, signed.</param>
/// <param name="Uncapped">Its part of the amount before the cap per partner, signed.</param>
/// <param name="Release">The month whose close sets it free, for a held one.</param>
internal sealed record LedgerEntry(
    Guid Id, string Key, EntryLine Line, Month Booked, bool IsProvisional, decimal Amount, decimal Uncapped, Month? Release = null)
{
    /// <summary>Its part of what the month was measured at, signed.</summary>
    public Carried Carried { get; init; } = Carried.Nothing;

    /// <summary>Row of the partner.</summary>
    public Guid Partner { get; init; }

    /// <summary>The deal or the customer that it comes from.</summary>
    public EntrySubject Subject { get; init; } = EntrySubject.None;

    /// <summary>
    /// Whether it is out of the rules' reach: posted, or in a month that is being closed, whose entries are posted as they stand.
    /// </summary>
    public bool IsSettled(Month open) => !IsProvisional || Booked < open;
}
