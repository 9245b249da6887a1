using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Proposing;

/// <summary>Something that an example should reach.</summary>
/// <param name="Key">What rulings that reach it have, see <see cref="Reached"/>.</param>
/// <param name="Name">The example's name.</param>
/// <param name="Deal">Whether it is about a deal.</param>
/// <param name="OfCommission">Whether commission is expected; otherwise credit.</param>
/// <param name="Ways">What must hold and who takes part; the first way that can be found is taken.</param>
internal sealed record Aim(string Key, string Name, bool Deal, bool OfCommission, IEnumerable<Way> Ways);

/// <summary>What must hold, and who takes part.</summary>
internal sealed record Way(IReadOnlyList<Formula> Formulas, IReadOnlyList<Participant> Roster);

/// <summary>What the examples of a program should reach.</summary>
internal sealed class Aims(BoundProgram program, World world)
{
    // What is credited is a part of the whole; the whole is tried at these multiples of a bound.
    private static readonly int[] Multiples = [1, 2, 3, 4, 5, 7, 10, 20, 50];

    private static readonly bool[] Subjects = [true, false];

    public IEnumerable<Aim> All() => program.Credits.SelectMany(Of).Concat(program.Commissions.SelectMany(Of));

    private IEnumerable<Aim> Of(CreditRule rule)
    {
        var deal = Subjects.First(rule.IsFor);
        var roster = Roster(rule.Action.Roles);
        Formula[] others = [.. rule.Exceptions.Where(other => other.IsFor(deal)).Select(other => world.Fits(other).Negated())];
        foreach (var based in rule.Bases.Select(name => name.Text))
        {
            var ways = program.CreditsFor(deal).Where(other => other.Name == based)
                .Select(other => new Way([world.Fits(rule), world.Fits(other), .. others], roster));
            yield return new Aim(Reached.Wins(rule.Name, based), $"{rule.Name} goes before {based}", deal, false, ways);
        }
        yield return new Aim(Reached.Applies(rule), rule.Name + " applies", deal, false, [new Way([world.Fits(rule), .. others], roster)]);
        if (rule.When is not null)
            yield return new Aim(Reached.Fails(rule), rule.Name + " does not apply", deal, false, [new Way([world.Fits(rule).Negated()], roster)]);
    }

    private IEnumerable<Aim> Of(CommissionRule rule)
    {
        var time = world.In(rule.Effective);
        Condition[] conditions = [.. new[] { rule.When, rule.While }.OfType<Condition>()];
        Formula[] applies = [time, .. conditions.Select(world.Holds), world.Measures(rule.OnDeals, 0)];
        var steps = rule.Rating.Steps;
        for (var i = 0; i < steps.Count; i++)
        {
            var step = i;
            yield return new Aim(
                Reached.Step(rule, i), $"{rule.Name} above {NumberText.Grouped(steps[i].Above)}", rule.OnDeals, true,
                (rule.Credited ? Multiples : [1]).SelectMany(times => Credited(rule, [.. applies, .. Within(rule, step, times)])));
        }
        yield return new Aim(Reached.Earns(rule), rule.Name + " earns", rule.OnDeals, true, Credited(rule, applies));
        if (conditions.Length > 0)
        {
            yield return new Aim(
                Reached.EarnsNothing(rule), rule.Name + " earns nothing", rule.OnDeals, true,
                Credited(rule, [time, Formula.Either(conditions.Select(condition => world.Holds(condition).Negated()))]));
        }
    }

    private IEnumerable<Formula> Within(CommissionRule rule, int step, int times)
    {
        var steps = rule.Rating.Steps;
        yield return world.Measures(rule.OnDeals, steps[step].Above * times);
        if (step + 1 < steps.Count)
            yield return world.Measures(rule.OnDeals, steps[step + 1].Above * times).Negated();
    }

    // One role alone first: then the whole amount is measured.
    private IEnumerable<Way> Credited(CommissionRule rule, Formula[] formulas)
    {
        foreach (var role in rule.Roles ?? program.Roles)
        {
            foreach (var credit in program.CreditsFor(rule.OnDeals))
            {
                if (!credit.Action.Roles.Contains(role) && (credit.Action.Target is null || credit.Action.Roles.Count > 0))
                    continue;
                Formula[] all = [.. formulas, world.Fits(credit),
                    .. credit.Exceptions.Where(other => other.IsFor(rule.OnDeals)).Select(other => world.Fits(other).Negated())];
                var alone = Rosters.Single(program.Roles, role);
                if (credit.Action.Target is { } target)
                    all = [.. all, new NameClaim(world.Of(target), [alone.PartnerKey], true)];
                yield return new Way(all, [alone]);
                yield return new Way(all, Roster([.. credit.Action.Roles.Union([role])]));
            }
        }
    }

    private Participant[] Roster(IReadOnlyCollection<string> roles) =>
        [.. program.Roles.Where(roles.Contains).Select(role => Rosters.Single(program.Roles, role))];
}
