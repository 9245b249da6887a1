using System.ServiceModel;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Publishing;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Work;

/// <summary>
/// A work item was made or asked for again. An asynchronous step has no transaction of its own, so it only marks the item as begun;
/// the work is done by the synchronous step on that very update (<see cref="WorkItemBegun"/>), in the update's transaction. Only what
/// does no more than ask for further work is done here: it needs no transaction, and the platform counts every level of calls.
/// </summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0701", Message = "Create", Table = WorkItem.Table, Mode = Mode.Asynchronous)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0702", Message = "Update", Table = WorkItem.Table, Mode = Mode.Asynchronous,
    Filter = WorkItem.RequestedOn)]
public sealed class WorkItemRequested : EventPlugin
{
    // The code of a fault that a plug-in raised on purpose.
    private const int Refused = unchecked((int)0x80040265);

    private protected override void Answer(PluginEvent happened)
    {
        try
        {
            if (happened.Target.Option(WorkItem.Kind) == WorkItem.KindOf.ApplyVersion)
                new VersionApplication(happened.Service, happened.Now).Run(happened.Target.Id);
            else
                happened.Service.Update(new Entity(WorkItem.Table, happened.Target.Id) { [WorkItem.StartedOn] = happened.Now });
        }
        catch (FaultException<OrganizationServiceFault> e) when (e.Detail.ErrorCode != Refused)
        {
            // A row that somebody else holds or has just written: another attempt sees it. A refusal would only be repeated.
            throw new InvalidPluginExecutionException(OperationStatus.Retry, e.Message);
        }
    }
}
