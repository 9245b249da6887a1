using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Deals;

/// <summary>The reason for a deal's own shares is given or changed: who did so answers for them. Nobody enters another's name.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0210", Message = "Create", Table = Opportunity.Table, Stage = Stage.PreOperation)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0211", Message = "Update", Table = Opportunity.Table, Stage = Stage.PreOperation,
    Filter = Opportunity.SharesReason + "," + Opportunity.SharesSetBy)]
public sealed class SharesReasonGiven : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var sent = happened.Target;
        if (sent.Text(Opportunity.SharesReason).Length > 0 || (happened.Message == "Update" && sent.Contains(Opportunity.SharesReason)))
            sent[Opportunity.SharesSetBy] = SharesSetBy.UserOf(happened);
        else if (happened.IsDirect)
            sent.Attributes.Remove(Opportunity.SharesSetBy);
    }
}
