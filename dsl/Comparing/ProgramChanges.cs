using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Comparing;

namespace CrmAddon.Rules;

/// <summary>
/// Compares what two versions of a program mean, not how they are written: layout, comments, the order of rules, and conditions that
/// are proved to hold in the same cases make no difference.
/// </summary>
public static class ProgramChanges
{
    /// <summary>The differences: the program itself first, then rules by kind and name. None where both mean the same.</summary>
    public static IReadOnlyList<ProgramChange> Between(RuleProgram before, RuleProgram after)
    {
        if (before is null)
            throw new ArgumentNullException(nameof(before));
        if (after is null)
            throw new ArgumentNullException(nameof(after));
        var pairs = Pairs([.. Description.Of(before.Bound)], [.. Description.Of(after.Bound)]);
        var both = new BothPrograms(before, after);
        return [.. pairs.Select(pair => Change(pair.Before, pair.After, both)).OfType<ProgramChange>()];
    }

    private static ProgramChange? Change(Described? before, Described? after, BothPrograms both)
    {
        var terms = Differences(before?.Terms ?? [], after?.Terms ?? [], both);
        if (before is not null && after is not null && terms.Count == 0)
            return before.Name == after.Name ? null : new ProgramChange(ProgramChangeKind.Renamed, before.Subject, after.Subject, [], null);
        var kind = before is null ? ProgramChangeKind.Added : after is null ? ProgramChangeKind.Removed : ProgramChangeKind.Changed;
        return new ProgramChange(kind, (before ?? after)!.Subject, null, terms, both.Show(before, after));
    }

    private static List<TermChange> Differences(IReadOnlyList<Term> before, IReadOnlyList<Term> after, BothPrograms both)
    {
        var changes = new List<TermChange>();
        foreach (var old in before)
        {
            var now = after.FirstOrDefault(term => term.Name == old.Name);
            if (now is null || (now.Value != old.Value && !both.MeanTheSame(old.Condition, now.Condition)))
                changes.Add(new TermChange(old.Name, old.Value, now?.Value));
        }
        changes.AddRange(after.Where(now => before.All(old => old.Name != now.Name)).Select(now => new TermChange(now.Name, null, now.Value)));
        return changes;
    }

    // Parts belong together by kind and name; of several versions of a rule those that begin on the same day. What is left over on
    // both sides and says the same has only got another name.
    private static List<(Described? Before, Described? After)> Pairs(List<Described> before, List<Described> after)
    {
        var pairs = new List<(Described? Before, Described? After)>();
        foreach (var old in before)
        {
            var now = Match(old, before, after);
            if (now is not null)
                after.Remove(now);
            pairs.Add((old, now));
        }
        for (var i = 0; i < pairs.Count; i++)
        {
            if (pairs[i] is not ({ Terms.Count: > 0 } old, null) || after.FirstOrDefault(old.SaysTheSame) is not { } renamed)
                continue;
            after.Remove(renamed);
            pairs[i] = (old, renamed);
        }
        pairs.AddRange(after.Select(now => ((Described?)null, (Described?)now)));
        return [.. pairs
            .OrderBy(pair => Array.IndexOf(Kinds, (pair.Before ?? pair.After)!.Kind))
            .ThenBy(pair => (pair.Before ?? pair.After)!.Name, StringComparer.Ordinal)];
    }

    private static Described? Match(Described old, List<Described> before, List<Described> after)
    {
        var named = after.Where(now => now.Kind == old.Kind && now.Name == old.Name).ToList();
        var isOnly = named.Count == 1 && before.Count(other => other.Kind == old.Kind && other.Name == old.Name) == 1;
        return isOnly ? named[0] : named.FirstOrDefault(now => now.From == old.From);
    }

    private static string[] Kinds { get; } =
        ["program", "field", "role", "credit", "commission", "clawback", "churn", "registration", "tier"];
}
