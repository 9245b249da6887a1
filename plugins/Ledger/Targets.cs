using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Ledger;

/// <summary>Turns what the rules say was earned into what the ledger's lines should add up to.</summary>
internal static class Targets
{
    /// <summary>The payable and the held part of every earning.</summary>
    /// <param name="earnings">What was earned.</param>
    /// <param name="subject">On which deal or customer.</param>
    /// <param name="earned">In which month.</param>
    /// <param name="standing">The entries that stand, from which an unchanged capped amount is kept.</param>
    public static IEnumerable<EntryTarget> Of(
        IEnumerable<Earning> earnings, EntrySubject subject, Month earned, IReadOnlyList<LedgerEntry> standing) =>
        earnings.SelectMany(earning => Parts(earning, subject, earned)
            .Select(target => IsUnlimited(earning) ? target : Capped(target, standing)));

    /// <summary>
    /// The lines to which a cap or floor per partner or per program may apply: all but those of which the earning says that it has none.
    /// </summary>
    public static IEnumerable<EntryLine> Limited(IEnumerable<EntryLine> lines, IReadOnlyCollection<Earning> earnings) =>
        lines.Where(line => !earnings.Any(earning =>
            IsUnlimited(earning) && earning.PartnerKey == line.Partner && earning.Rule == line.Rule && earning.Role == line.Role));

    private static bool IsUnlimited(Earning earning) =>
        earning.PartnerCap is null && earning.PartnerFloor is null && earning.ProgramCap is null && earning.ProgramFloor is null;

    private static IEnumerable<EntryTarget> Parts(Earning earning, EntrySubject subject, Month earned)
    {
        var line = new EntryLine(earning.PartnerKey, subject.Id, earning.Role, earning.Rule, earned, IsHold: false)
        {
            Product = earning.Product,
        };
        var payable = earning.Amount - earning.Held;
        yield return new EntryTarget(line, payable, payable)
        {
            Carried = earning.WindowMonths > 1 ? new Carried(earning.Measure, earning.Credited) : Carried.Nothing,
        };
        // A floor per partner may give even an earning of which nothing is held back a part that is.
        if (earning.Held != 0m || (earning.HoldMonths > 0 && !IsUnlimited(earning)))
            yield return new EntryTarget(line with { IsHold = true }, earning.Held, earning.Held, earned.AddMonths(earning.HoldMonths));
    }

    // What the cap per partner leaves depends on all of the partner's customers and is decided by a work item of its own. Until
    // the amount before the cap changes, its last word stands.
    private static EntryTarget Capped(EntryTarget target, IReadOnlyList<LedgerEntry> standing)
    {
        var line = standing.Where(entry => entry.Line == target.Line).ToList();
        return line.Sum(entry => entry.Uncapped) == target.Uncapped
            ? target with { Amount = line.Sum(entry => entry.Amount) }
            : target;
    }
}
