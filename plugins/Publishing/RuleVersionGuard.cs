using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Publishing;

/// <summary>Before a version of the rules is saved: drafts are completed, what is published stays, and only sound rules are published.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0401", Message = "Create", Table = RuleVersion.Table, Stage = Stage.PreOperation)]
[Step(UpdateStep, Message = "Update", Table = RuleVersion.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Step(DeleteStep, Message = "Delete", Table = RuleVersion.Table, Stage = Stage.PreOperation)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a11", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a14", StepId = DeleteStep, Alias = "before", Columns = Guarded)]
public sealed class RuleVersionGuard : EventPlugin
{
    private const string Guarded = RuleVersion.Name + "," + RuleVersion.Program + "," + RuleVersion.Number + "," + RuleVersion.Text + ","
        + RuleVersion.Hash + "," + RuleVersion.EffectiveFrom + "," + RuleVersion.Author + "," + RuleVersion.ApprovedBy + ","
        + RuleVersion.PublishedOn + "," + RuleVersion.Findings + "," + RuleVersion.State + "," + RuleVersion.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0402";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0405";

    private protected override void Answer(PluginEvent happened)
    {
        switch (happened.Message)
        {
            case "Create":
                if (!Changes.Begins(happened.Target, RuleVersion.StatusOf.Draft))
                    throw PublishingText.MustStartAsDraft();

                new RuleDraft(happened.Service, happened.UserId).Begin(happened.Target);
                break;
            case "Delete":
                if (IsPublished(happened.Before()))
                    throw PublishingText.IsPublished(happened.Before().Text(RuleVersion.Name));

                break;
            default:
                Change(happened);
                break;
        }
    }

    private static void Change(PluginEvent happened)
    {
        var before = happened.Before();
        var status = PublishedVersion.StatusAfter(before, happened.Target);
        if (status is (RuleVersion.StatusOf.Published or RuleVersion.StatusOf.Retired) && status != before.Option(RuleVersion.Status))
            PublishingRight.Demand(happened, before.Text(RuleVersion.Name));

        if (IsPublished(before))
        {
            PublishedVersion.Check(before, happened.Target, happened.ThisMonth);
            return;
        }

        new RuleDraft(happened.Service, happened.UserId).Change(before, happened.Target);
        if (status != RuleVersion.StatusOf.Published)
            return;

        var after = happened.After();
        if (happened.IsAskedBy(after.Lookup(RuleVersion.Author)))
            throw PublishingText.OwnVersion(after.Text(RuleVersion.Name));

        new PublishChecks(happened.Service).Check(after);
    }

    private static bool IsPublished(Entity version) =>
        version.Option(RuleVersion.Status) is RuleVersion.StatusOf.Published or RuleVersion.StatusOf.Retired;
}
