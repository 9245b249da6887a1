using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Rulings;

/// <summary>A ruling in words.</summary>
/// <param name="Ruling">Its number.</param>
/// <param name="Derivation">Why it is what it is.</param>
/// <param name="NearMisses">What was nearly otherwise.</param>
internal sealed record ToldRuling(string Ruling, Finding Derivation, IReadOnlyList<NearMiss> NearMisses)
{
    public static ToldRuling Of(KeptRuling kept, bool withNearMisses)
    {
        var judged = kept.Case();
        var derivation = kept.Stored.Derivation is { } stored
            ? DerivationReader.Read(stored)
            : judged.Derivation(judged.Judge(kept.Rules));
        return new ToldRuling(kept.Stored.Name, derivation, withNearMisses ? NearMissSearch.Of(kept.Rules, judged) : []);
    }

    /// <summary>The reasons, then what was nearly otherwise.</summary>
    public IEnumerable<string> Sentences(Language language) => Explanation.Render(Derivation, language)
        .Concat(NearMisses.SelectMany(miss => Explanation.Render(miss.Finding, language)));

    /// <summary>
    /// <c>{ruling, why: [sentences], whyNot: [sentences], nearMisses: [{kind, rule, partner, role, product, fact, from, to, difference,
    /// changes: [{partner, name, rule, role, product, before, after}], sentences}]}</c>; what is empty is left out, amounts are texts.
    /// </summary>
    public string Json(Language language) => InvariantJson.Object(json =>
    {
        json.Member("ruling", Ruling);
        json.Texts("why", Explanation.Render(Derivation, language));
        json.Texts("whyNot", Explanation.WhyNot(Derivation, language));
        NearMissSearch.Write(json, NearMisses, language);
    });
}
