using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using CrmAddon.Rules;
using Microsoft.Xrm.Sdk;

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

    public static InvalidPluginExecutionException MustStartAsDraft() => new(
        "A version of the rules starts as a draft. Save it as a draft first; a colleague publishes it.");

    public static InvalidPluginExecutionException NoProgram() => new(
        "Name the program that the rules are for.");

    public static InvalidPluginExecutionException IsPublished(string name) => new(
        $"\"{name}\" is published and never changes again: money was paid by it. Make a new version and publish that.");

    public static InvalidPluginExecutionException IsInForce(string name) => new(
        $"\"{name}\" is in force or was, so it can't be retired. Publish a new version that takes effect from a later month.");

    public static InvalidPluginExecutionException OwnVersion(string name) => new(
        $"You wrote \"{name}\", so you can't publish it. Ask a colleague to read and publish it.");

    public static InvalidPluginExecutionException HasErrors(string name, IReadOnlyList<Diagnostic> diagnostics)
    {
        var errors = diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error);
        return new InvalidPluginExecutionException(
            $"\"{name}\" can't be published: the check found {errors.ToString(CultureInfo.InvariantCulture)} error(s). Correct the text, save it "
            + "and publish again.\n" + Findings(diagnostics));
    }

    public static InvalidPluginExecutionException NotCarriedOut(string name, ProgramFeatures features) => new(
        $"\"{name}\" can't be published: this environment can't carry out {Described(features)} yet, and leaving it out would pay wrong "
        + "amounts. Leave it out of the rules, and publish again.");

    public static InvalidPluginExecutionException OtherCurrency(string rules, string program) => new(
        $"The rules reckon in {rules}, but the program's currency is {program}. Write \"in {program}\" or change the program's currency.");

    public static InvalidPluginExecutionException CoarseCurrency(string code, int digits) => new(
        $"Amounts in {code} have {digits.ToString(CultureInfo.InvariantCulture)} decimals, but the currency {code} of this environment keeps fewer. "
        + "Raise its precision.");

    private static string Described(ProgramFeatures features) => string.Join(" and ", new[]
    {
        (ProgramFeatures.AcrossCustomers, "commissions across customers"),
        (ProgramFeatures.OwnFields, "fields that a program adds"),
        (ProgramFeatures.Marketplace, "fields of marketplace sales"),
    }.Where(feature => (features & feature.Item1) != 0).Select(feature => feature.Item2));

    public static InvalidPluginExecutionException UnknownRole(string role, IEnumerable<string> known) => new(
        $"The rules name the role \"{role}\", which partners can't have here. Use {string.Join(", ", known)}, or add it to the choice Role.");

    public static InvalidPluginExecutionException NoEffectiveMonth(string name) => new(
        $"Say from which month \"{name}\" takes effect.");

    public static InvalidPluginExecutionException TooEarly(string name, Month effective, Month first, string because) => new(
        $"\"{name}\" can't take effect from {effective}: {because}. Choose {first} or later.");
}
