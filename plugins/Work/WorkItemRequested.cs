using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Work;

/// <summary>A work item was made or asked for again: the asynchronous service does the work.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0701", Message = "Create", Table = WorkItem.Table, Mode = Mode.Asynchronous)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0702", Message = "Update", Table = WorkItem.Table, Mode = Mode.Asynchronous,
    Filter = WorkItem.RequestedOn)]
public sealed class WorkItemRequested : EventPlugin
{
    private protected override void Answer(PluginEvent happened) =>
        new WorkItemJob(happened.Service, happened.Now).Run(happened.Target.Id);
}
