using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>A registration changed its state: it is dated, it protects, and the partner hears of the decision.</summary>
[Step(UpdateStep, Message = "Update", Table = DealRegistration.Table, Filter = DealRegistration.Status)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a06", StepId = UpdateStep, Alias = "before", Columns = RegistrationGuard.Guarded)]
public sealed class RegistrationMoved : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0305";

    private protected override void Answer(PluginEvent happened)
    {
        var registration = happened.After();
        if (registration.Option(DealRegistration.Status) == happened.Before().Option(DealRegistration.Status))
            return;

        new RegistrationDates(happened.Service, happened.Today, happened.UserId).Write(registration);
        new RegistrationNews(happened.Service).Tell(registration);
    }
}
