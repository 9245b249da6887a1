using System.Collections.Generic;

namespace CrmAddon.Rules;

/// <summary>Turns derivations into sentences.</summary>
public static class Explanation
{
    // A stored derivation may come from anywhere; ours are never this deep.
    private const int Deepest = 20;

    /// <summary>
    /// The derivation as sentences in English, why first; sentences of the steps below are indented by two spaces for each level.
    /// </summary>
    public static IReadOnlyList<string> Render(Finding finding) => Render(finding, Language.English);

    /// <summary>The derivation as sentences in a language. What it quotes from the program stays as it is written there.</summary>
    public static IReadOnlyList<string> Render(Finding finding, Language language)
    {
        var lines = new List<string>();
        Render(finding, language, 0, lines);
        return lines;
    }

    /// <summary>For each rule that did not apply, why not: the first condition that failed, with its values.</summary>
    public static IReadOnlyList<string> WhyNot(Ruling ruling) => WhyNot(ruling.Derivation);

    /// <inheritdoc cref="WhyNot(Ruling)"/>
    public static IReadOnlyList<string> WhyNot(Finding derivation) => WhyNot(derivation, Language.English);

    /// <inheritdoc cref="WhyNot(Ruling)"/>
    public static IReadOnlyList<string> WhyNot(Finding derivation, Language language)
    {
        var lines = new List<string>();
        foreach (var step in derivation.Children)
        {
            if (IsWhyNot(step.Kind))
                Render(step, language, 0, lines);
        }
        return lines;
    }

    /// <summary>The one sentence of a step, without the steps below it. A kind that the language has no sentence for is shown itself.</summary>
    public static string Sentence(Finding finding, Language language)
    {
        if (finding.Kind == "test")
            return TestSentence.Write(language, finding.Values);
        return language.Templates.TryGetValue(finding.Kind, out var template) ? template.Fill(language, finding.Values) : finding.Kind;
    }

    private static bool IsWhyNot(string kind) => kind is
        "credit.for-usage" or "credit.for-deals" or "credit.not-in-effect" or "credit.fails" or "credit.excepted"
        or "commission.not-won" or "commission.not-in-effect" or "commission.without-role" or "commission.without-credit"
        or "commission.fails" or "commission.stopped"
        or "commission.nothing-measured" or "own-shares.not-used" or "tier.fails"
        or "clawback.without-entries" or "clawback.without-date" or "clawback.too-late";

    private static void Render(Finding finding, Language language, int depth, List<string> lines)
    {
        lines.Add(new string(' ', depth * 2) + Sentence(finding, language));
        if (depth == Deepest)
            return;
        foreach (var child in finding.Children)
            Render(child, language, depth + 1, lines);
    }
}
