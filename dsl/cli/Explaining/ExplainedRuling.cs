using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Explaining;

/// <summary>Rulings with their reasons, for people and for machines.</summary>
internal static class ExplainedRuling
{
    public static void Print(IReadOnlyList<Ruling> rulings, Language language, Screen screen)
    {
        foreach (var ruling in rulings)
        {
            foreach (var line in Explanation.Render(ruling.Derivation, language))
                screen.Line(line);
        }
    }

    public static object Json(IReadOnlyList<Ruling> rulings, Language language) => new
    {
        Rulings = rulings.Select(ruling => new
        {
            ruling.ProgramHash,
            Result = Parsed(ResultText.Of(ruling)),
            Derivation = Parsed(ResultText.Of(ruling.Derivation)),
            Why = Explanation.Render(ruling.Derivation, language),
            WhyNot = Explanation.WhyNot(ruling.Derivation, language),
        }),
    };

    private static JsonElement Parsed(string json) => JsonElement.Parse(json);
}
