using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Comparing;

/// <summary>Two versions of a program side by side, so that cases can be looked for that one judges otherwise than the other.</summary>
internal sealed class BothPrograms
{
    private const int MostRosters = 12;

    private readonly RuleProgram before;
    private readonly RuleProgram after;
    private readonly CaseFinder finder;

    public BothPrograms(RuleProgram before, RuleProgram after)
    {
        this.before = before;
        this.after = after;
        var together = new BoundProgram
        {
            Name = after.Name,
            Currency = after.Currency,
            Hash = after.Hash,
            Rounding = after.Bound.Rounding,
            FiscalYear = after.Bound.FiscalYear,
            Roles = [.. before.Roles.Union(after.Roles)],
            Credits = [.. before.Bound.Credits, .. after.Bound.Credits],
            Commissions = [.. before.Bound.Commissions, .. after.Bound.Commissions],
            Clawbacks = [],
            Tiers = [],
            Fields = [],
            Churn = after.Bound.Churn,
            Status = after.Bound.Status,
            Registration = null,
            Slots = [.. after.Bound.Slots, .. before.Bound.Slots],
            Reader = after.Bound.Reader,
        };
        Condition[] others = [.. new[] { before.Bound, after.Bound }.SelectMany(
            program => program.Tiers.Select(tier => tier.When).Concat(new[] { program.Churn }.OfType<Condition>()))];
        finder = new CaseFinder(together, new Effort(), others);
    }

    /// <summary>Whether two conditions are proved to hold in the same cases.</summary>
    public bool MeanTheSame(Condition? one, Condition? other) =>
        one is not null && other is not null
        && !finder.MayHold(finder.World.Holds(one), finder.World.Holds(other).Negated())
        && !finder.MayHold(finder.World.Holds(one).Negated(), finder.World.Holds(other));

    /// <summary>A case that the versions judge differently where this rule applies in one of them; null where none is found.</summary>
    public ShownDifference? Show(Described? old, Described? now)
    {
        // In another currency every case comes out differently, and none says why.
        if (before.Currency != after.Currency)
            return null;
        foreach (var deal in Subjects(old, now))
        {
            foreach (var claims in Claims(old, now))
            {
                foreach (var roster in Rosters.All(finder.World.Program.Roles, Mentioned(old, now)).Take(MostRosters))
                {
                    if (finder.Effort.IsSpent)
                        return null;
                    if (finder.Find(deal, claims, roster, found => Payout.Differences(before, after, found).Count > 0, out var witness) == Outcome.Found)
                        return new ShownDifference(Won(witness!), Payout.Differences(before, after, witness!));
                }
            }
        }
        return null;
    }

    private static IEnumerable<bool> Subjects(Described? old, Described? now)
    {
        Described[] both = [.. new[] { old, now }.OfType<Described>()];
        if (both.Any(one => one.Credit?.ForDeals == true || one.Commission?.OnDeals == true))
            yield return true;
        if (both.Any(one => one.Credit?.ForUsage == true || one.Commission?.OnDeals == false))
            yield return false;
    }

    // Where only one of the two applies first: that is where a changed condition or date shows.
    private IEnumerable<Formula[]> Claims(Described? old, Described? now)
    {
        var first = old is null ? null : Applies(old);
        var second = now is null ? null : Applies(now);
        if (first is not null && second is not null)
        {
            yield return [second, first.Negated()];
            yield return [first, second.Negated()];
            yield return [first, second];
        }
        else
        {
            yield return [(first ?? second)!];
        }
    }

    private Formula Applies(Described rule) => rule.Credit is { } credit
        ? finder.World.Fits(credit)
        : Formula.All([
            finder.World.In(rule.Commission!.Effective),
            .. new[] { rule.Commission.When, rule.Commission.While }.OfType<Condition>().Select(finder.World.Holds)]);

    private string[] Mentioned(Described? old, Described? now) => [.. new[] { old, now }.OfType<Described>()
        .SelectMany(one => one.Credit?.Action.Roles ?? one.Commission?.Roles ?? finder.World.Program.Roles).Distinct()];

    private static string Won(Witness witness) => witness.Deal is null ? witness.Given : witness.Given.Replace("given deal ", "given won deal ");
}
