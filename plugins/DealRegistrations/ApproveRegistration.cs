using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.DealRegistrations;

/// <summary>The custom API cov_ApproveRegistration: approves a registration, with the rights of whoever calls.</summary>
[CustomApi("cov_ApproveRegistration")]
public sealed class ApproveRegistration : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var approved = new RegistrationDecision(happened.Caller, happened.Bound.Id)
            .Approve(happened.Input<DateTime?>("DecidedOn"), happened.Input<string>("Comment"));
        happened.Output("ProtectedFrom", approved.Date(DealRegistration.ProtectedFrom)!.Value);
        happened.Output("ProtectedUntil", approved.Date(DealRegistration.ProtectedUntil)!.Value);
        happened.Output("Message", happened.Say(RegistrationText.IsApproved(approved)));
    }
}
