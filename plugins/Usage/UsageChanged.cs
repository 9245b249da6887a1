using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Usage;

/// <summary>Usage came in, was corrected or was removed: the months that it is charged to are to be judged again.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0601", Message = "CreateMultiple", Table = UsageRow.Table)]
[Step(UpdateStep, Message = "UpdateMultiple", Table = UsageRow.Table,
    Filter = UsageRow.Customer + "," + UsageRow.ChargeMonth + "," + UsageRow.Amount + "," + UsageRow.Currency)]
[Step(DeleteStep, Message = "Delete", Table = UsageRow.Table)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a31", StepId = UpdateStep, Alias = "before", Columns = UsageMonths.Columns)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a32", StepId = DeleteStep, Alias = "before", Columns = UsageMonths.Columns)]
public sealed class UsageChanged : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0602";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0603";

    private protected override void Answer(PluginEvent happened) => new UsageRequests(happened.Service, happened.Now)
        .Request(UsageMonths.Of(happened.AllBefore(), happened.Targets));
}
