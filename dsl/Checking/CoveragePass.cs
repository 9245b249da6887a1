using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>
/// Finds what rules evidently meant to cover and leave out: the one value of a choice that is covered value by value, and what lies
/// between two bounds that nearly touch. A wider hole may be meant, so it is no finding.
/// </summary>
internal sealed class CoveragePass(CheckContext context, BoundProgram program, CaseFinder finder)
{
    private static readonly bool[] Subjects = [true, false];

    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder) => new CoveragePass(context, program, finder).Run();

    private void Run()
    {
        foreach (var deal in Subjects)
        {
            Check(deal, null, [.. program.CreditsFor(deal).Select(rule => (rule.Name, rule.Range, finder.World.Fits(rule)))]);
            foreach (var group in program.CommissionsFor(deal).GroupBy(rule => (rule.RolesText, Schedule(rule))).Where(group => group.Count() > 1))
            {
                Check(deal, group.Key.RolesText.Length > 0 ? group.Key.RolesText : "all roles", [.. group.Select(rule => (rule.Name, rule.Range,
                    Formula.All([finder.World.In(rule.Effective), .. new[] { rule.When, rule.While }.OfType<Condition>().Select(finder.World.Holds)])))]);
            }
        }
    }

    private string Schedule(CommissionRule rule) => context.Slice(Syntax(rule.Range).Clauses.OfType<ScheduleClause>().First().Range);

    private ClausedRule Syntax(TextRange name) => context.Syntax.Rules.OfType<ClausedRule>().First(syntax => syntax.Name.Range == name);

    /// <param name="deal">Whether they are for deals.</param>
    /// <param name="earners">Who earns by them; null where they credit.</param>
    /// <param name="rules">The rules, and where each applies.</param>
    private void Check(bool deal, string? earners, IReadOnlyList<(string Name, TextRange Range, Formula Applies)> rules)
    {
        var claimed = rules.Select(rule => (Rule: rule, State: finder.Claimed(rule.Applies))).Where(one => one.State is not null).ToArray();
        if (claimed.Length < 2)
            return;
        foreach (var variable in finder.World.Variables.Where(variable => claimed.All(one => one.State!.Touches(variable))))
        {
            var hole = variable.IsName
                ? Holes.InNames(variable, [.. claimed.Select(one => one.State![variable])])
                : Holes.InBounds(variable, [.. claimed.Select(one => one.State![variable])], finder.World);
            if (hole is null || Show(deal, earners, rules, hole.Claim) is not { } witness)
                continue;
            var range = claimed[hole.Beside].Rule.Range;
            if (variable == finder.World.Date)
            {
                context.Bag.Add(Problems.NothingInEffect(
                    Syntax(range).Clauses.OfType<EffectiveClause>().First().Range, earners, hole.Words, witness.Given));
                continue;
            }
            context.Bag.Add(Problems.NotCovered(
                Syntax(range).Clauses.OfType<WhenClause>().FirstOrDefault()?.Range ?? range, earners, hole.Words, witness.Given));
        }
    }

    private Witness? Show(bool deal, string? earners, IReadOnlyList<(string Name, TextRange Range, Formula Applies)> rules, Formula hole)
    {
        // Only what a partner can earn needs a partner, and a deal that is won.
        Participant[] partners = earners is null || program.Roles.Count == 0
            ? []
            : [Rosters.Single(program.Roles, program.Roles.FirstOrDefault(role => earners.StartsWith(role, StringComparison.Ordinal)) ?? program.Roles[0])];
        Formula[] outside = [hole, .. rules.Select(rule => rule.Applies.Negated())];
        return finder.Find(deal, outside, partners, _ => true, out var witness, won: earners is not null) == Outcome.Found ? witness : null;
    }
}
