using System;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Periods;

/// <summary>An entry as a statement sees it.</summary>
/// <param name="Id">Its row.</param>
/// <param name="Status">Its status (see <see cref="Tables.Entry.StatusOf"/>).</param>
/// <param name="Kind">Its kind (see <see cref="Tables.Entry.KindOf"/>).</param>
/// <param name="Booked">The month of the books that it stands in.</param>
/// <param name="Amount">Its amount, signed.</param>
/// <param name="Release">For a held one, the month whose close sets it free.</param>
/// <param name="Line">What it is for, for people.</param>
internal sealed record BookedEntry(Guid Id, int Status, int Kind, Month Booked, decimal Amount, Month? Release, StatementLine Line)
{
    /// <summary>Whether it is held at the end of <paramref name="month"/>.</summary>
    public bool IsHeldAfter(Month month) => Release is { } release && release > month;
}

/// <summary>What an entry is for, as a statement prints it.</summary>
internal sealed record StatementLine(string Customer, string Deal, string Rule, Month Earned, decimal Amount);
