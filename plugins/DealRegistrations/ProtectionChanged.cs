using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Deals;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>What a registration protects has changed: its deal is judged anew, and so is the one that it was moved away from.</summary>
[Step(UpdateStep, Message = "Update", Table = DealRegistration.Table, Rank = 2, Filter = Protecting + "," + DealRegistration.Status)]
[Step(DeleteStep, Message = "Delete", Table = DealRegistration.Table)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a09", StepId = UpdateStep, Alias = "before", Columns = DealRegistration.Opportunity)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a0a", StepId = DeleteStep, Alias = "before", Columns = DealRegistration.Opportunity)]
public sealed class ProtectionChanged : EventPlugin
{
    private const string Protecting = DealRegistration.ProtectedFrom + "," + DealRegistration.ProtectedUntil + ","
        + DealRegistration.Opportunity + "," + DealRegistration.Partner + "," + DealRegistration.Role + "," + DealRegistration.Program;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0308";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0309";

    private protected override void Answer(PluginEvent happened)
    {
        if (IsNothingYet(happened.Target.Option(DealRegistration.Status)))
            return;

        foreach (var opportunity in happened.BothSides(DealRegistration.Opportunity))
            new DealJudgement(happened.Service, happened.Now).Judge(opportunity);
    }

    // On its way to a decision a registration protects nothing; an approval and an extension change its dates, which come here as an
    // update of their own; a won deal keeps the protection that it was judged with.
    private static bool IsNothingYet(int? status) => status is DealRegistration.StatusOf.Submitted
        or DealRegistration.StatusOf.InReview or DealRegistration.StatusOf.InfoRequested or DealRegistration.StatusOf.Approved
        or DealRegistration.StatusOf.Extended or DealRegistration.StatusOf.Won or DealRegistration.StatusOf.Rejected;
}
