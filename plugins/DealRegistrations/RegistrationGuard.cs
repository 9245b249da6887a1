using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>Before a registration is saved: only the moves of its state model, and only if what they need is there.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0301", Message = "Create", Table = DealRegistration.Table, Stage = Stage.PreOperation)]
[Step(UpdateStep, Message = "Update", Table = DealRegistration.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a03", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
public sealed class RegistrationGuard : EventPlugin
{
    internal const string Guarded = DealRegistration.Number + "," + DealRegistration.Program + "," + DealRegistration.Partner + ","
        + DealRegistration.Opportunity + "," + DealRegistration.Customer + "," + DealRegistration.Product + "," + DealRegistration.Role + ","
        + DealRegistration.SubmittedOn + "," + DealRegistration.DecidedBy + "," + DealRegistration.DecidedOn + "," + DealRegistration.ProtectedFrom + ","
        + DealRegistration.ProtectedUntil + "," + DealRegistration.Extensions + "," + DealRegistration.RejectionReason + ","
        + DealRegistration.State + "," + DealRegistration.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0302";

    private protected override void Answer(PluginEvent happened)
    {
        if (happened.Message == "Create")
        {
            if (!Changes.Begins(happened.Target, DealRegistration.StatusOf.Draft))
                throw RegistrationText.MustStartAsDraft();

            return;
        }

        Changes.DemandStatus(happened.Before(), happened.Target);
        new RegistrationChecks(happened.Service, happened.Today).Check(happened.Before(), happened.After());
    }
}
