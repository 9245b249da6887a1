using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace CrmAddon.Rules;

/// <summary>Turns derivations into sentences.</summary>
public static class Explanation
{
    // A stored derivation may come from anywhere; ours are never this deep.
    private const int Deepest = 20;

    /// <summary>The derivation as sentences, why first; sentences of the steps below are indented by two spaces for each level.</summary>
    public static IReadOnlyList<string> Render(Finding finding)
    {
        var lines = new List<string>();
        Render(finding, 0, lines);
        return lines;
    }

    /// <summary>For each rule that did not apply, why not: the first condition that failed, with its values.</summary>
    public static IReadOnlyList<string> WhyNot(Ruling ruling) => WhyNot(ruling.Derivation);

    /// <inheritdoc cref="WhyNot(Ruling)"/>
    public static IReadOnlyList<string> WhyNot(Finding derivation)
    {
        var lines = new List<string>();
        foreach (var step in derivation.Children)
        {
            if (IsWhyNot(step.Kind))
                Render(step, 0, lines);
        }
        return lines;
    }

    private static bool IsWhyNot(string kind) => kind is
        "credit.for-usage" or "credit.for-deals" or "credit.not-in-effect" or "credit.fails" or "credit.excepted"
        or "commission.not-won" or "commission.not-in-effect" or "commission.without-role" or "commission.without-credit"
        or "commission.fails" or "commission.stopped";

    private static void Render(Finding finding, int depth, List<string> lines)
    {
        lines.Add(new string(' ', depth * 2) + Sentence(finding));
        if (depth == Deepest)
            return;
        foreach (var child in finding.Children)
            Render(child, depth + 1, lines);
    }

    private static string Sentence(Finding finding)
    {
        if (finding.Kind == "test")
            return Sentences.Test(finding.Values);
        return Sentences.ByKind.TryGetValue(finding.Kind, out var template) ? Fill(template, finding.Values) : finding.Kind;
    }

    private static string Fill(string template, IReadOnlyDictionary<string, string> values)
    {
        var sentence = new StringBuilder();
        var position = 0;
        while (template.IndexOf('{', position) is >= 0 and var open)
        {
            var close = template.IndexOf('}', open);
            sentence.Append(template, position, open - position);
            var (name, format) = Split(template.Substring(open + 1, close - open - 1));
            sentence.Append(values.TryGetValue(name, out var value) ? Written(value, format) : "?");
            position = close + 1;
        }
        return sentence.Append(template, position, template.Length - position).ToString();
    }

    private static (string Name, string Format) Split(string placeholder)
    {
        var colon = placeholder.IndexOf(':');
        return colon < 0 ? (placeholder, "") : (placeholder.Substring(0, colon), placeholder.Substring(colon + 1));
    }

    private static string Written(string value, string format) =>
        format.Length == 0 || !decimal.TryParse(value, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? value
            : format == "money" ? NumberText.Grouped(number) : NumberText.Shortest(number);
}
