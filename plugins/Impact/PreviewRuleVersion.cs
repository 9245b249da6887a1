using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Settings;

namespace CrmAddon.Plugins.Impact;

/// <summary>The custom API cov_PreviewRuleVersion: what a text of rules would have changed, for whom and by how much. Nothing is saved.</summary>
[CustomApi("cov_PreviewRuleVersion")]
public sealed class PreviewRuleVersion : EventPlugin
{
    private const int MostCases = 100_000;

    private protected override void Answer(PluginEvent happened)
    {
        var language = happened.AnswerLanguage;
        var period = ImpactPeriod.Read(happened.Input<string>("From"), happened.Input<string>("Until"), happened.ThisMonth);
        var most = new EnvironmentSettings(happened.Service).Number(Setting.PreviewMaxCases, 1, MostCases);
        var impact = new ImpactPreview(happened.Caller, happened.Service, period, most).Of(happened.Bound.Id);
        happened.Output("Cases", (int)impact.Compared.Cases);
        happened.Output("Changed", (int)impact.Compared.Changed);
        happened.Output("EarnedBefore", impact.Compared.Partners.Sum(money => money.EarnedBefore));
        happened.Output("EarnedAfter", impact.Compared.Partners.Sum(money => money.EarnedAfter));
        happened.Output("IsTruncated", impact.IsTruncated);
        happened.Output("Summary", string.Join("\n", impact.Sentences(language)));
        happened.Output("Result", impact.Json(language));
    }
}
