using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Explaining;

/// <summary>A case that is to be explained: what it comes to, and what was nearly otherwise.</summary>
/// <param name="Rulings">One, or several where the case needs several.</param>
/// <param name="NearMisses">What was nearly otherwise, nearest first.</param>
/// <param name="Inputs">The case as it is kept; null for an example, which is not.</param>
internal sealed record Explained(IReadOnlyList<Ruling> Rulings, IReadOnlyList<NearMiss> NearMisses, string? Inputs = null)
{
    public static Explained Of(ExampleResult example) => new(example.Rulings, example.NearMisses);

    public static Explained Of(RuleProgram program, StoredCase stored) => new(
        stored.Judge(program),
        stored switch
        {
            StoredDeal deal => Rules.NearMisses.Of(program, deal.Case),
            StoredUsage usage => Rules.NearMisses.Of(program, usage.Case),
            _ => [],
        },
        stored.Inputs(program));

    /// <summary>The sentences on near misses; where a ruling tells why not, they say what it would have taken.</summary>
    public IEnumerable<string> Nearly(Language language) => NearMisses.SelectMany(miss => Explanation.Render(miss.Finding, language));
}
