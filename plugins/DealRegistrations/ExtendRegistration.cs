using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>The custom API cov_ExtendRegistration: extends the protection of a registration, with the rights of whoever calls.</summary>
[CustomApi("cov_ExtendRegistration")]
public sealed class ExtendRegistration : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var extended = new RegistrationDecision(happened.Caller, happened.Bound.Id)
            .Extend(happened.Service, happened.Today, happened.Input<string>("Comment"));
        happened.Output("ProtectedUntil", extended.Date(DealRegistration.ProtectedUntil)!.Value);
        happened.Output("Extensions", extended.GetAttributeValue<int>(DealRegistration.Extensions));
        happened.Output("Message", happened.Say(RegistrationText.IsExtended(extended)));
    }
}
