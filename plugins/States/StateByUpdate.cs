using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.States;

/// <summary>
/// The retired message SetState changes a state without running the steps of Update, and with them the checks. Where money hangs
/// on a state, only Update may change it. (A call of SetState runs the steps of SetStateDynamicEntity; both are refused.)
/// </summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0901", Message = "SetState", Table = DealRegistration.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0902", Message = "SetStateDynamicEntity", Table = DealRegistration.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0903", Message = "SetState", Table = RuleVersion.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0904", Message = "SetStateDynamicEntity", Table = RuleVersion.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0905", Message = "SetState", Table = Entry.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0906", Message = "SetStateDynamicEntity", Table = Entry.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0907", Message = "SetState", Table = Period.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0908", Message = "SetStateDynamicEntity", Table = Period.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0909", Message = "SetState", Table = Dispute.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0910", Message = "SetStateDynamicEntity", Table = Dispute.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0911", Message = "SetState", Table = MarketplaceTransaction.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0912", Message = "SetStateDynamicEntity", Table = MarketplaceTransaction.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0913", Message = "SetState", Table = MarketplaceIdentity.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0914", Message = "SetStateDynamicEntity", Table = MarketplaceIdentity.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0915", Message = "SetState", Table = StatementRow.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0916", Message = "SetStateDynamicEntity", Table = StatementRow.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0917", Message = "SetState", Table = WorkItem.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0918", Message = "SetStateDynamicEntity", Table = WorkItem.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0919", Message = "SetState", Table = DealPartner.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0920", Message = "SetStateDynamicEntity", Table = DealPartner.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0921", Message = "SetState", Table = Engagement.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0922", Message = "SetStateDynamicEntity", Table = Engagement.Table, Stage = Stage.PreOperation)]
public sealed class StateByUpdate : EventPlugin
{
    private protected override void Answer(PluginEvent happened) => throw new Refusal(
        "state.by-update", ("table", happened.Target.LogicalName), ("message", happened.Message));
}
