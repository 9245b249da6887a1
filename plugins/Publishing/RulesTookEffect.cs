using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Usage;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Publishing;

/// <summary>Rules were published for months in which there is usage already: those months are judged again.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0411", Message = "Update", Table = RuleVersion.Table, Mode = Mode.Asynchronous,
    Filter = RuleVersion.PublishedOn)]
public sealed class RulesTookEffect : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var version = happened.Service.Retrieve(
            RuleVersion.Table, happened.Target.Id, new ColumnSet(RuleVersion.Program, RuleVersion.EffectiveFrom));
        new UsageRequests(happened.Service, happened.Now)
            .RequestAgain(version.Lookup(RuleVersion.Program)!.Value, version.Month(RuleVersion.EffectiveFrom)!.Value);
    }
}
