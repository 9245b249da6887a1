using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>The custom API cov_RejectRegistration: rejects a registration, with the rights of whoever calls.</summary>
[CustomApi("cov_RejectRegistration")]
public sealed class RejectRegistration : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var rejected = new RegistrationDecision(happened.Caller, happened.Bound.Id).Reject(
            happened.Input<OptionSetValue>("Reason")!, happened.Input<string>("Comment"));
        happened.Output("Message", happened.Say(RegistrationText.IsRejected(rejected)));
    }
}
