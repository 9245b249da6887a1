using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;

namespace CrmAddon.Plugins.Usage;

/// <summary>A partner's engagement with a customer began, ended, changed or was set aside: the months that it covers or covered are judged again.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0611", Message = "Create", Table = Engagement.Table)]
[Step(UpdateStep, Message = "Update", Table = Engagement.Table,
    Filter = Engagement.Customer + "," + Engagement.Partner + "," + Engagement.Role + "," + Engagement.From + "," + Engagement.Until + ","
        + Engagement.Weight + "," + Engagement.Status)]
[Step(DeleteStep, Message = "Delete", Table = Engagement.Table)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a33", StepId = UpdateStep, Alias = "before", Columns = Columns)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a34", StepId = DeleteStep, Alias = "before", Columns = Columns)]
public sealed class EngagementChanged : EventPlugin
{
    private const string Columns = Engagement.Customer + "," + Engagement.From + "," + Engagement.Until;
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0612";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0613";

    private protected override void Answer(PluginEvent happened)
    {
        var requests = new UsageRequests(happened.Service, happened.Now);
        foreach (var side in happened.AllBefore().Concat([happened.After()]))
            if (side.Lookup(Engagement.Customer) is { } customer)
                requests.RequestAgain(customer, side.Month(Engagement.From) ?? new Month(1, 1), side.Month(Engagement.Until));
    }
}
