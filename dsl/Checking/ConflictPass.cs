using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking;

/// <summary>
/// Looks for a case that two credit rules would credit differently. Pairs whose plain claims exclude each other are left out at
/// once; for the others a case is looked for, and the rules themselves are run on it: what is shown is a real case.
/// </summary>
internal sealed class ConflictPass(CheckContext context, BoundProgram program, CaseFinder finder)
{
    private static readonly bool[] Subjects = [true, false];

    private readonly Dictionary<CreditRule, State?> claimed =
        program.Credits.ToDictionary(rule => rule, rule => finder.Claimed(finder.World.Fits(rule)));

    public static void Run(CheckContext context, BoundProgram program, CaseFinder finder) =>
        new ConflictPass(context, program, finder).Run();

    private void Run()
    {
        for (var i = 0; i < program.Credits.Count; i++)
        {
            for (var j = i + 1; j < program.Credits.Count; j++)
            {
                if (finder.Effort.IsSpent || context.Bag.IsFull)
                    return;
                Compare(program.Credits[i], program.Credits[j]);
            }
        }
    }

    private void Compare(CreditRule first, CreditRule second)
    {
        if (claimed[first] is not { } one || claimed[second] is not { } other || !one.Meets(other)
            || first.Action.IsWrittenAs(second.Action) || first.Exceptions.Contains(second) || second.Exceptions.Contains(first))
            return;
        if (second.Range.Offset < first.Range.Offset)
            (first, second) = (second, first);
        foreach (var deal in Subjects)
        {
            if (!first.IsFor(deal) || !second.IsFor(deal))
                continue;
            var outcome = Find(deal, first, second, out var witness);
            if (outcome == Outcome.Found)
            {
                context.Bag.Add(Problems.Conflict(second.Range, first.Name, second.Name, Told(deal, first, second, witness!), witness!.Given));
                return;
            }
            if (outcome == Outcome.Undecided)
                context.Bag.Add(Problems.ConflictUndecided(second.Range, first.Name, second.Name));
        }
    }

    private Outcome Find(bool deal, CreditRule first, CreditRule second, out Witness? witness)
    {
        witness = null;
        var exceptions = first.Exceptions.Concat(second.Exceptions).Where(rule => rule.IsFor(deal)).Distinct().ToArray();
        Formula[] both = [finder.World.Fits(first), finder.World.Fits(second), .. exceptions.Select(rule => finder.World.Fits(rule).Negated())];
        if (!finder.MayHold(both))
            return Outcome.Impossible;
        var worst = Outcome.Impossible;
        foreach (var (claim, roster) in Differences.Between(finder.World, first, second))
        {
            var outcome = finder.Find(deal, [.. both, claim], roster, found => IsConflict(found, first, second, exceptions), out witness);
            if (outcome == Outcome.Found)
                return outcome;
            if (outcome == Outcome.Undecided)
                worst = outcome;
        }
        return worst;
    }

    private bool IsConflict(Witness witness, CreditRule first, CreditRule second, IReadOnlyList<CreditRule> exceptions)
    {
        var deal = witness.Deal is not null;
        var facts = Facts(witness);
        return first.Fits(deal, facts) && second.Fits(deal, facts) && !exceptions.Any(rule => rule.Fits(deal, facts))
            && !Divide(first, witness, facts).IsSameAs(Divide(second, witness, facts));
    }

    private Facts Facts(Witness witness)
    {
        var facts = program.Reader.NewFacts();
        if (witness.Deal is { } deal)
        {
            program.Reader.Read(deal, facts);
            return facts;
        }
        program.Reader.Read(witness.Usage!, new UsageFigures(witness.Usage!.Usage, witness.Usage.Month), facts);
        facts.CustomerIsActive = Churning.IsActive(program, facts);
        return facts;
    }

    private static CreditSplit Divide(CreditRule rule, Witness witness, Facts facts) => rule.Action.Divide(
        facts, new Roster(witness.Deal?.Participants ?? witness.Usage!.Participants), witness.Deal?.Registration);

    private string Told(bool deal, CreditRule first, CreditRule second, Witness witness)
    {
        var facts = Facts(witness);
        return $"{(deal ? "deal" : "month of usage")} differently: "
            + string.Join("; ", new[] { first, second }.Select(rule => $"\"{rule.Name}\" gives {Told(Divide(rule, witness, facts))}"));
    }

    private static string Told(CreditSplit split)
    {
        if (split.Refusal is { } refusal)
            return "a refusal, since " + Explanation.Sentence(refusal, Language.English).TrimEnd('.');
        var parts = split.Portions.Select(portion => $"{portion.PartnerName} {NumberText.Percent(portion.Part.Round(6, true))}"
            + (portion.Role.Length > 0 ? " as " + portion.Role : "")).ToList();
        if (split.House.Sign > 0)
            parts.Add("the house " + NumberText.Percent(split.House.Round(6, true)));
        return string.Join(", ", parts);
    }
}
