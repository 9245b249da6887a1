using System;
using System.Collections.Generic;
using System.Linq;

namespace CrmAddon.Rules.Json;

/// <summary>A case that comes out differently, and how much money that moves.</summary>
public sealed class Mover
{
    private readonly Ruling? _before;
    private readonly Ruling? _after;
    private readonly StoredCase _moved;

    internal Mover(StoredCase moved, Ruling? before, Ruling? after, Outcome old, Outcome now)
    {
        (_moved, _before, _after) = (moved, before, after);
        Changes = [.. Partners(old, now)
            .Select(partner => (partner, now.EarnedBy(partner) - old.EarnedBy(partner), Credited(now, partner) - Credited(old, partner)))
            .Where(change => change.Item2 != 0 || change.Item3 != 0)];
    }

    /// <summary>The case's name for people.</summary>
    public string Name => _moved.Name;

    /// <summary>The case's key.</summary>
    public string Key => _moved.Key;

    /// <summary>What changes hands, each partner's change counted once, whatever its sign: commission first, then credit.</summary>
    public (decimal Earned, decimal Credited) Movement =>
        (Changes.Sum(change => Math.Abs(change.Earned)), Changes.Sum(change => Math.Abs(change.Credited)));

    /// <summary>Each partner's change; the house has an empty key.</summary>
    public IReadOnlyList<(string Partner, decimal Earned, decimal Credited)> Changes { get; }

    /// <summary>The sentences that only one version says; what both say explains no difference.</summary>
    /// <param name="language">The language.</param>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Sentences(Language language)
    {
        var first = Explained(_before, language);
        var second = Explained(_after, language);
        return ([.. first.Where(line => !second.Contains(line))], [.. second.Where(line => !first.Contains(line))]);
    }

    private static IReadOnlyList<string> Explained(Ruling? ruling, Language language) =>
        ruling is null ? [] : Explanation.Render(ruling.Derivation, language);

    private static IEnumerable<string> Partners(Outcome before, Outcome after) => before.Credited.Keys.Concat(after.Credited.Keys)
        .Concat(before.Earned.Keys.Concat(after.Earned.Keys).Select(key => key.Partner)).Distinct();

    private static decimal Credited(Outcome outcome, string partner) => outcome.Credited.TryGetValue(partner, out var amount) ? amount : 0;
}
