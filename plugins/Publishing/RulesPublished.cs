using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Publishing;

/// <summary>Rules were published: who did it and when is noted. A change of state reaches plug-ins apart from other columns.</summary>
[Step(UpdateStep, Message = "Update", Table = RuleVersion.Table, Filter = RuleVersion.Status)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a15", StepId = UpdateStep, Alias = "before", Columns = RuleVersion.Status)]
public sealed class RulesPublished : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0406";

    private protected override void Answer(PluginEvent happened)
    {
        if (happened.After().Option(RuleVersion.Status) != RuleVersion.StatusOf.Published
            || happened.Before().Option(RuleVersion.Status) == RuleVersion.StatusOf.Published)
            return;

        happened.Service.Update(new Entity(RuleVersion.Table, happened.Target.Id)
        {
            [RuleVersion.ApprovedBy] = new EntityReference("systemuser", happened.UserId),
            [RuleVersion.PublishedOn] = happened.Now,
        });
    }
}
