using System.Linq;
using System.Text.Json;
using CrmAddon.Rules.Cli.Printing;
using CrmAddon.Rules.Json;

namespace CrmAddon.Rules.Cli.Explaining;

/// <summary>Rulings with their reasons, for people and for machines.</summary>
internal static class ExplainedRuling
{
    public static void Print(Explained explained, Language language, Screen screen)
    {
        foreach (var line in explained.Rulings.SelectMany(ruling => Explanation.Render(ruling.Derivation, language)))
            screen.Line(line);
        if (explained.NearMisses.Count == 0)
            return;
        screen.Line();
        foreach (var line in explained.Nearly(language))
            screen.Line(line, Ink.Cyan);
    }

    public static object Json(Explained explained, Language language) => new
    {
        Rulings = explained.Rulings.Select(ruling => new
        {
            ruling.ProgramHash,
            Inputs = explained.Inputs is { } inputs ? Parsed(inputs) : (JsonElement?)null,
            Result = Parsed(ResultText.Of(ruling)),
            Derivation = Parsed(ResultText.Of(ruling.Derivation)),
            Why = Explanation.Render(ruling.Derivation, language),
            WhyNot = Explanation.WhyNot(ruling.Derivation, language),
        }),
        NearMisses = explained.NearMisses.Select(miss => new
        {
            Kind = miss.Kind.ToString(),
            miss.Rule,
            Partner = miss.PartnerKey,
            miss.Role,
            miss.Product,
            miss.Fact,
            miss.From,
            miss.To,
            miss.Difference,
            Finding = Parsed(ResultText.Of(miss.Finding)),
            Sentences = Explanation.Render(miss.Finding, language),
        }),
    };

    private static JsonElement Parsed(string json) => JsonElement.Parse(json);
}
