using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Rulings;

/// <summary>Rulings are evidence: nobody changes or deletes one.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0101", Message = "Update", Table = RulingRow.Table, Stage = Stage.PreOperation,
    Filter = RulingRow.Kind + "," + RulingRow.Program + "," + RulingRow.RuleVersion + "," + RulingRow.Opportunity + "," + RulingRow.Customer
        + "," + RulingRow.Partner + "," + RulingRow.Month + "," + RulingRow.BusinessDate + "," + RulingRow.Summary + "," + RulingRow.Inputs
        + "," + RulingRow.Result + "," + RulingRow.Derivation + "," + RulingRow.Hash + "," + RulingRow.Previous + "," + RulingRow.PreviousHash)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0102", Message = "Delete", Table = RulingRow.Table, Stage = Stage.PreOperation)]
public sealed class RulingGuard : EventPlugin
{
    private protected override void Answer(PluginEvent happened) => throw new Refusal("ruling.is-evidence");
}
