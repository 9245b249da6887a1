using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Publishing;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.Plugins.Impact;

/// <summary>What people are told of the impact of a text of rules, or why it can't be previewed.</summary>
internal static class ImpactText
{
    public static Refusal NoMonth(string text) => new("period.no-month", ("text", text));

    public static Refusal EndsBeforeItBegins(ImpactPeriod period) => new(
        "impact.ends-before-it-begins", ("from", period.From), ("until", period.Until));

    public static Refusal TooLong(int most) => new("impact.too-long", ("most", most));

    public static Refusal TooMuch() => new("impact.too-much");

    public static Refusal HasErrors(string name, IReadOnlyList<Diagnostic> diagnostics) => new(
        "impact.has-errors", ("name", name), ("errors", diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error)),
        ("findings", "\n" + PublishingText.Findings(diagnostics)));

    public static Sentence Outcome(ComparedImpact impact) => new(
        "impact.outcome", ("from", impact.Period.From), ("until", impact.Period.Until), ("cases", impact.Compared.Cases),
        ("changed", impact.Compared.Changed), ("before", InvariantJson.Text(impact.Compared.Partners.Sum(money => money.EarnedBefore))),
        ("after", InvariantJson.Text(impact.Compared.Partners.Sum(money => money.EarnedAfter))), ("currency", impact.Program.IsoCode));

    public static Sentence Truncated() => new("impact.truncated");

    public static Sentence NotCompared() => new("impact.not-compared");
}
