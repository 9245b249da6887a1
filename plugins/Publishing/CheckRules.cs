using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Publishing;

/// <summary>The custom API cov_CheckRules: what is wrong with a text of rules, and how the formatter would write it. Nothing is saved.</summary>
[CustomApi("cov_CheckRules")]
public sealed class CheckRules : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var text = happened.Input<string>("Text") ?? "";
        var result = RuleProgram.Check(text, Vocabulary.Standard);
        var formatted = RuleFormatter.Format(text);
        happened.Output("IsValid", result.Succeeded);
        happened.Output("Errors", result.Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Error));
        happened.Output("Warnings", result.Diagnostics.Count(found => found.Severity == DiagnosticSeverity.Warning));
        happened.Output("Findings", FindingList.Of(result.Diagnostics));
        happened.Output("FormattedText", formatted.Succeeded ? formatted.Text : "");
    }
}
