using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking;

/// <summary>
/// Looks for a case that two credit rules would credit differently, by trying the rules themselves on every situation that their
/// conditions tell apart. What it shows is a real case; nothing is reported on suspicion.
/// </summary>
internal sealed class ConflictPass
{
    private static readonly bool[] Subjects = [true, false];

    private readonly CheckContext context;
    private readonly BoundProgram program;
    private readonly Effort effort;
    private readonly IReadOnlyList<IReadOnlyList<Participant>> rosters;

    private ConflictPass(CheckContext context, BoundProgram program, Effort effort)
    {
        this.context = context;
        this.program = program;
        this.effort = effort;
        rosters = [.. Rosters.All(program.Roles)];
    }

    public static void Run(CheckContext context, BoundProgram program, Effort effort) => new ConflictPass(context, program, effort).Run();

    private void Run()
    {
        for (var i = 0; i < program.Credits.Count; i++)
        {
            for (var j = i + 1; j < program.Credits.Count; j++)
            {
                if (!Compare(program.Credits[i], program.Credits[j]))
                    return;
            }
        }
    }

    // False when there is no work left to spend.
    private bool Compare(CreditRule first, CreditRule second)
    {
        if (first.Exceptions.Contains(second) || second.Exceptions.Contains(first) || !first.Effective.Overlaps(second.Effective)
            || first.Action.IsWrittenAs(second.Action))
            return true;
        if (second.Range.Offset < first.Range.Offset)
            (first, second) = (second, first);
        foreach (var deal in Subjects)
        {
            if (!first.IsFor(deal) || !second.IsFor(deal))
                continue;
            var space = Space(deal, first, second);
            if (Witness(space, deal, first, second) is { } witness)
            {
                context.Bag.Add(Problems.Conflict(second.Range, first.Name, second.Name, witness));
                return true;
            }
            if (!space.IsWhole)
                context.Bag.Add(Problems.ConflictsNotAllTried(second.Range, first.Name, second.Name));
        }
        return !effort.IsSpent;
    }

    private SituationSpace Space(bool deal, CreditRule first, CreditRule second)
    {
        CreditRule[] all = [first, second, .. first.Exceptions.Concat(second.Exceptions).Distinct()];
        return new SituationSpace(
            program, effort, deal, [.. all.Select(rule => rule.When).OfType<Condition>()], [.. all.Select(rule => rule.Effective)],
            new[] { first.Action.Target, second.Action.Target }.OfType<FieldSlot>());
    }

    private string? Witness(SituationSpace space, bool deal, CreditRule first, CreditRule second)
    {
        foreach (var situation in space.All())
        {
            var facts = situation.Facts(program);
            if (!IsLeft(first, deal, facts) || !IsLeft(second, deal, facts))
                continue;
            foreach (var participants in rosters.TakeWhile(_ => effort.Spend(10)))
            {
                var roster = new Roster(participants);
                var one = first.Action.Divide(facts, roster, situation.Registration);
                var other = second.Action.Divide(facts, roster, situation.Registration);
                if (!one.IsSameAs(other))
                    return Describe(deal, situation, participants, (first, one), (second, other));
            }
        }
        return null;
    }

    private static bool IsLeft(CreditRule rule, bool deal, Facts facts) =>
        rule.Fits(deal, facts) && !rule.Exceptions.Any(other => other.Fits(deal, facts));

    private static string Describe(
        bool deal, Situation situation, IReadOnlyList<Participant> roster, params (CreditRule Rule, CreditSplit Split)[] splits)
    {
        var when = deal
            ? "a deal on " + situation.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : "usage in " + Month.Of(situation.Date);
        return when + (situation.Words.Count > 0 ? " with " + Listed(situation.Words) : "") + ", partners " + Rosters.Describe(roster)
            + ": " + string.Join("; ", splits.Select(split => $"\"{split.Rule.Name}\" gives {Describe(split.Split)}"));
    }

    private static string Listed(List<string> words) => words.Count == 1
        ? words[0]
        : string.Join(", ", words.Take(words.Count - 1)) + " and " + words[words.Count - 1];

    private static string Describe(CreditSplit split)
    {
        if (split.Refusal is { } refusal)
            return "a refusal, since " + Explanation.Sentence(refusal, Language.English).TrimEnd('.');
        var parts = split.Portions.Select(portion => $"{portion.PartnerName} {NumberText.Percent(portion.Part.Round(6, true))}").ToList();
        if (split.House.Sign > 0)
            parts.Add("the house " + NumberText.Percent(split.House.Round(6, true)));
        return string.Join(", ", parts);
    }
}
