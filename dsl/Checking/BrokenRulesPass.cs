using System.Collections.Generic;
using CrmAddon.Rules.Diagnostics;

namespace CrmAddon.Rules.Checking;

/// <summary>
/// Rules of which a clause could not be read are bound by what could be, so that their other mistakes show at once. Only what one
/// clause says wrong by itself is reported: a clause that seems to be missing may be the one that was not read.
/// </summary>
internal static class BrokenRulesPass
{
    private static readonly HashSet<string> OfOneClause =
        ["RUL0201", "RUL0202", "RUL0204", "RUL0301", "RUL0302", "RUL0303", "RUL0304", "RUL0305", "RUL0307", "RUL0501", "RUL0505", "RUL0506"];

    public static void Run(CheckContext context)
    {
        foreach (var rule in context.Syntax.Broken)
        {
            var bag = new DiagnosticBag();
            RulesPass.Bind(context.Aside(bag), rule);
            foreach (var found in bag.InOrder())
            {
                if (OfOneClause.Contains(found.Code))
                    context.Bag.Add(found);
            }
        }
    }
}
