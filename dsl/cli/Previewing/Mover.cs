using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Previewing;

/// <summary>A case that comes out differently, and how much money that moves.</summary>
internal sealed class Mover(StoredCase moved, Outcome before, Outcome after)
{
    public string Name => moved.Name;

    public string Key => moved.Key;

    /// <summary>What changes hands, each partner's change counted once, whatever its sign: commission first, then credit.</summary>
    public (decimal Earned, decimal Credited) Movement { get; } = (
        Partners(before, after).Sum(partner => decimal.Abs(after.EarnedBy(partner) - before.EarnedBy(partner))),
        Partners(before, after).Sum(partner => decimal.Abs(Credited(after, partner) - Credited(before, partner))));

    /// <summary>Each partner's change; the house has an empty key.</summary>
    public IEnumerable<(string Partner, decimal Earned, decimal Credited)> Changes => Partners(before, after)
        .Select(partner => (
            partner, after.EarnedBy(partner) - before.EarnedBy(partner), Credited(after, partner) - Credited(before, partner)))
        .Where(change => change.Item2 != 0 || change.Item3 != 0);

    /// <summary>The sentences that only one version says; what both say explains no difference.</summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Sentences(RuleProgram old, RuleProgram now)
    {
        var first = Explained(old);
        var second = Explained(now);
        return ([.. first.Where(line => !second.Contains(line))], [.. second.Where(line => !first.Contains(line))]);
    }

    private List<string> Explained(RuleProgram program) =>
        [.. moved.Judge(program).SelectMany(ruling => Explanation.Render(ruling.Derivation))];

    private static IEnumerable<string> Partners(Outcome before, Outcome after) => before.Credited.Keys.Concat(after.Credited.Keys)
        .Concat(before.Earned.Keys.Concat(after.Earned.Keys).Select(key => key.Partner)).Distinct();

    private static decimal Credited(Outcome outcome, string partner) => outcome.Credited.GetValueOrDefault(partner);
}
