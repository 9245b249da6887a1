using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Syntax;

namespace CrmAddon.Rules.Checking;

/// <summary>Finds credit rules that can never apply and exceptions that never meet their base. Reports only what is certain.</summary>
internal sealed class ReachPass(CheckContext context, BoundProgram program, CaseFinder finder)
{
    private static readonly bool[] Subjects = [true, false];

    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder) => new ReachPass(context, program, finder).Run();

    private void Run()
    {
        foreach (var rule in program.Credits)
        {
            if (!finder.MayHold(finder.World.Fits(rule)))
                context.Bag.Add(Problems.NeverApplies(
                    ConditionOf(rule), $"credit \"{rule.Name}\"", Contradiction.Of(finder, rule.Effective, rule.When)));
            else if (rule.Exceptions.Count > 0 && !IsEverLeft(rule))
                context.Bag.Add(Problems.AlwaysExcepted(rule.Range, $"credit \"{rule.Name}\""));
            CheckBases(rule);
        }
    }

    private bool IsEverLeft(CreditRule rule) => Subjects.Any(deal => rule.IsFor(deal) && finder.MayHold(
        [finder.World.Fits(rule), .. rule.Exceptions.Where(other => other.IsFor(deal)).Select(other => finder.World.Fits(other).Negated())]));

    private void CheckBases(CreditRule rule)
    {
        foreach (var named in rule.Bases)
        {
            var bases = program.Credits.Where(other => other.Name == named.Text && SharesSubject(rule, other));
            if (!bases.Any(other => finder.MayHold(finder.World.Fits(rule), finder.World.Fits(other))))
                context.Bag.Add(Problems.DeadException(named.Range, rule.Name, named.Text));
        }
    }

    private static bool SharesSubject(CreditRule one, CreditRule other) =>
        (one.ForDeals && other.ForDeals) || (one.ForUsage && other.ForUsage);

    // The condition is what has to be corrected.
    private TextRange ConditionOf(CreditRule rule) => context.Syntax.Rules.OfType<ClausedRule>()
        .First(syntax => syntax.Name.Range == rule.Range).Clauses.OfType<WhenClause>().FirstOrDefault()?.Range ?? rule.Range;
}
