using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>What the earlier months of a quarter or year have booked, out of the ledger's own entries, settled or not.</summary>
internal static class BookedLines
{
    /// <summary>The sums over the earlier months of each rule's window; none of rules that are monthly.</summary>
    /// <param name="rules">The rules in force in the month, which say how long windows are.</param>
    /// <param name="month">The judged month.</param>
    /// <param name="entries">The customer's entries since the longest window began.</param>
    public static IReadOnlyList<BookedLine> Of(RuleProgram rules, Month month, IEnumerable<LedgerEntry> entries) =>
        Earlier(rules, month, entries)
            .GroupBy(entry => entry.Line.Debt)
            .OrderBy(debt => CapKey.Of(debt.Key), System.StringComparer.Ordinal)
            .Select(debt => Line(debt.Key, debt.ToList()))
            .ToList();

    /// <summary>The entries of the earlier months of each rule's window.</summary>
    public static IEnumerable<LedgerEntry> Earlier(RuleProgram rules, Month month, IEnumerable<LedgerEntry> entries) =>
        entries.Where(entry => entry.Line.Earned < month && entry.Line.Earned >= rules.WindowStart(entry.Line.Rule, month));

    private static BookedLine Line(EntryLine debt, IReadOnlyCollection<LedgerEntry> entries)
    {
        var measured = entries.Aggregate(Carried.Nothing, (sum, entry) => sum + entry.Carried);
        return new BookedLine
        {
            Rule = debt.Rule,
            PartnerKey = debt.Partner,
            Role = debt.Role,
            Product = debt.Product,
            Measure = measured.Measure,
            Credited = measured.Credited,
            // What a limit left of it matters to the limits alone, which read it themselves.
            Uncapped = entries.Sum(entry => entry.Uncapped),
        };
    }
}
