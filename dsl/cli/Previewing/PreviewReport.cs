using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>A preview, for people.</summary>
internal static class PreviewReport
{
    public static void Print(Preview preview, RuleProgram after, Screen screen)
    {
        screen.Line($"{Count.Of(preview.Cases, "case")} judged by both versions of \"{after.Name}\": {Count.Of(preview.Changed, "case")} with a difference.", Ink.Strong);
        if (preview.LeftOut > 0)
            screen.Line($"{Count.Of(preview.LeftOut, "case")} about a partner's month left out: it is made anew of the deals and customers' months.", Ink.Faint);
        screen.Line();
        Money(preview, after.Currency, screen);
        Tiers(preview, screen);
        Undecided(preview, screen);
        Movers(preview, screen);
    }

    private static void Money(Preview preview, string currency, Screen screen)
    {
        var table = new Table($"in {currency}", "credit before", "after", "difference", "commission before", "after", "difference");
        var partners = preview.Partners;
        foreach (var money in partners.Where(money => money.CreditChange != 0 || money.EarnedChange != 0 || money.Key.Length == 0))
            table.Add(Ink.Plain, Cells(NameOf(money), money));
        var same = partners.Where(money => money is { CreditChange: 0, EarnedChange: 0, Key.Length: > 0 }).ToList();
        if (same.Count > 0)
            table.Add(Ink.Faint, Cells($"{Count.Of(same.Count, "partner")} without a difference", Total(same)));
        table.Add(Ink.Strong, Cells("total", Total(partners)));
        table.Print(screen);
    }

    private static PartnerMoney Total(IReadOnlyCollection<PartnerMoney> partners) => new("")
    {
        CreditedBefore = partners.Sum(money => money.CreditedBefore),
        CreditedAfter = partners.Sum(money => money.CreditedAfter),
        EarnedBefore = partners.Sum(money => money.EarnedBefore),
        EarnedAfter = partners.Sum(money => money.EarnedAfter),
    };

    private static string[] Cells(string name, PartnerMoney money) =>
    [
        name, Amount.Text(money.CreditedBefore), Amount.Text(money.CreditedAfter), Amount.Change(money.CreditChange),
        Amount.Text(money.EarnedBefore), Amount.Text(money.EarnedAfter), Amount.Change(money.EarnedChange),
    ];

    private static string NameOf(PartnerMoney money) =>
        money.Key.Length == 0 ? "house" : money.Name == money.Key ? money.Key : $"{money.Name} ({money.Key})";

    private static void Tiers(Preview preview, Screen screen)
    {
        if (preview.Tiers.Count > 0)
            screen.Line("\nOther tiers:");
        foreach (var (partner, before, after) in preview.Tiers)
            screen.Line($"  {partner}: {before}, now {after}");
    }

    private static void Undecided(Preview preview, Screen screen)
    {
        if (preview.BecameDecided > 0)
            screen.Line($"\n{Count.Of(preview.BecameDecided, "case")} no longer left to a person.");
        if (preview.BecameUndecided == 0)
            return;
        screen.Line($"\n{Count.Of(preview.BecameUndecided, "case")} now left to a person:", Ink.Yellow);
        foreach (var (name, reason) in preview.Undecided)
            screen.Line($"  {name}: {reason}");
        if (preview.BecameUndecided > preview.Undecided.Count)
            screen.Line($"  and {preview.BecameUndecided - preview.Undecided.Count:#,##0} more");
    }

    private static void Movers(Preview preview, Screen screen)
    {
        var names = preview.Partners.ToDictionary(money => money.Key, NameOf);
        foreach (var mover in preview.Movers)
        {
            screen.Line();
            screen.Line(mover.Name, Ink.Strong);
            foreach (var (partner, earned, credited) in mover.Changes)
                screen.Line($"  {names[partner]}:"
                    + (credited == 0 ? "" : $" credit {Amount.Change(credited)}") + (earned == 0 ? "" : $" commission {Amount.Change(earned)}"));
            var (before, after) = mover.Sentences(Language.English);
            foreach (var line in before)
                screen.Line("  - " + line, Ink.Red);
            foreach (var line in after)
                screen.Line("  + " + line, Ink.Green);
        }
    }
}
