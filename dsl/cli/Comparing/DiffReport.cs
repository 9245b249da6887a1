using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Cli.Printing;

namespace CrmAddon.Rules.Cli.Comparing;

/// <summary>Differences between versions, for people and for machines.</summary>
internal static class DiffReport
{
    public static void Print(IReadOnlyList<ProgramChange> changes, Screen screen)
    {
        foreach (var change in changes)
            Print(change, screen);
        screen.Line(changes.Count == 0 ? "Both versions mean the same." : $"{Count.Of(changes.Count, "difference")} in meaning.");
    }

    public static object Json(IReadOnlyList<ProgramChange> changes) => new
    {
        Changes = changes.Select(change => new
        {
            Kind = change.Kind.ToString(),
            change.Subject,
            change.NewSubject,
            change.Terms,
            change.Shown,
        }),
    };

    private static void Print(ProgramChange change, Screen screen)
    {
        screen.Piece(change.Subject, Ink.Strong);
        screen.Line(
            change.Kind switch
            {
                ProgramChangeKind.Added => " is new",
                ProgramChangeKind.Removed => " is gone",
                ProgramChangeKind.Renamed => $" is now {change.NewSubject}",
                _ => "",
            },
            change.Kind switch { ProgramChangeKind.Added => Ink.Green, ProgramChangeKind.Removed => Ink.Red, _ => Ink.Plain });
        foreach (var term in change.Terms)
            screen.Line("  " + Told(term));
        if (change.Shown is { } shown)
        {
            screen.Line("  for example: " + shown.Given, Ink.Cyan);
            foreach (var money in shown.Money)
                screen.Line("    " + Told(money), Ink.Cyan);
        }
        screen.Line();
    }

    private static string Told(TermChange term) => (term.Before, term.After) switch
    {
        (null, { } after) => $"{term.Term}: {after}",
        ({ } before, null) => $"{term.Term}: no longer {before}",
        var (before, after) => $"{term.Term}: {before}, now {after}",
    };
}
