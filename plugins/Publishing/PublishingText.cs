using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CrmAddon.Plugins.Languages;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Publishing;

/// <summary>What people are told when a version of the rules can't be published or changed.</summary>
internal static class PublishingText
{
    /// <summary>Every finding of the checker on a line of its own: line, column, severity, code, message, a case that shows it, and hint.</summary>
    public static string Findings(IEnumerable<Diagnostic> diagnostics)
    {
        var text = new StringBuilder();
        foreach (var found in diagnostics)
        {
            text.Append(found.Range.StartLine.ToString(CultureInfo.InvariantCulture)).Append(':')
                .Append(found.Range.StartColumn.ToString(CultureInfo.InvariantCulture)).Append(": ")
                .Append(found.Severity == DiagnosticSeverity.Error ? "error " : "warning ").Append(found.Code).Append(": ")
                .Append(found.Message);
            if (found.Given is { } given)
                text.Append(" As in: ").Append(given).Append('.');
            if (found.Hint is { } hint)
                text.Append(" Hint: ").Append(hint);

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    public static Refusal MustStartAsDraft() => new("rules.starts-as-draft");

    public static Refusal NoProgram() => new("rules.no-program");

    public static Refusal IsPublished(string name) => new("rules.is-published", ("name", name));

    public static Refusal IsInForce(string name) => new("rules.is-in-force", ("name", name));

    public static Refusal MayNotPublish(string name) => new("rules.may-not-publish", ("name", name));

    public static Refusal OwnVersion(string name) => new("rules.own-version", ("name", name));

    public static Refusal HasErrors(string name, IReadOnlyList<Diagnostic> diagnostics) => new(
        "rules.has-errors", ("name", name), ("errors", diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error)),
        ("findings", "\n" + Findings(diagnostics)));

    public static Refusal NotCarriedOut(string name, ProgramFeatures features) => new(
        "rules.not-carried-out", ("name", name), ("feature", Described(features)));

    public static Refusal OtherCurrency(string rules, string program) => new("rules.other-currency", ("rules", rules), ("program", program));

    public static Refusal CoarseCurrency(string code, int digits) => new("rules.coarse-currency", ("code", code), ("digits", digits));

    public static Refusal UnknownRole(string role, IEnumerable<string> known) => new(
        "rules.unknown-role", ("role", role), ("known", string.Join(", ", known)));

    public static Refusal NoEffectiveMonth(string name) => new("rules.no-effective-month", ("name", name));

    public static Refusal MonthIsClosed(string name, Month effective, Month first) => new(
        "rules.too-early", ("name", name), ("effective", effective), ("first", first));

    public static Refusal NotAfterLatest(string name, Month effective, Month latest) => new(
        "rules.not-after-latest", ("name", name), ("effective", effective), ("latest", latest), ("first", latest.AddMonths(1)));

    // One reason is enough to refuse.
    private static Sentence Described(ProgramFeatures features) => new(
        (features & ProgramFeatures.AcrossCustomers) != 0 ? "rules.feature.across-customers"
        : (features & ProgramFeatures.OwnFields) != 0 ? "rules.feature.own-fields"
        : "rules.feature.marketplace");
}
