using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Disputes;

/// <summary>
/// A dispute was resolved: who did it and when is noted, and the partner is told. A change of state reaches plug-ins apart from other columns, so this is an
/// update of its own, in the same transaction.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = Dispute.Table, Filter = Dispute.Status)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a53", StepId = UpdateStep, Alias = "before", Columns = Dispute.Status)]
public sealed class DisputeResolved : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0b04";

    private protected override void Answer(PluginEvent happened)
    {
        var status = happened.After().Option(Dispute.Status);
        if (status is null || !DisputeMoves.IsFinal(status.Value) || happened.Before().Option(Dispute.Status) == status)
            return;

        happened.Service.Update(new Entity(Dispute.Table, happened.Target.Id)
        {
            [Dispute.DecidedBy] = new EntityReference("systemuser", happened.UserId),
            [Dispute.DecidedOn] = happened.Today,
        });
        new DisputeNews(happened.Service).Tell(new EntityReference(Dispute.Table, happened.Target.Id));
    }
}
