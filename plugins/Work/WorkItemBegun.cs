using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Work;

/// <summary>A work item was marked as begun: its work is done in the same transaction, and all of it or nothing is kept.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0703", Message = "Update", Table = WorkItem.Table, Filter = WorkItem.StartedOn)]
public sealed class WorkItemBegun : EventPlugin
{
    private protected override void Answer(PluginEvent happened) =>
        new WorkItemJob(happened.Service, happened.Now).Run(happened.Target.Id);
}
