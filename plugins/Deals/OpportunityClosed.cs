using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.DealRegistrations;
using CrmAddon.Plugins.Languages;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Deals;

/// <summary>An opportunity is won or lost: the splits become final or go, and its live registrations end with it.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0205", Message = "Win", Table = Opportunity.Table)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0206", Message = "Lose", Table = Opportunity.Table)]
public sealed class OpportunityClosed : EventPlugin
{
    private protected override void Answer(PluginEvent happened)
    {
        var close = happened.Input<Entity>("OpportunityClose")
            ?? throw new Refusal("event.no-close", ("message", happened.Message));
        var opportunity = close.Lookup("opportunityid") ?? happened.RowId;
        new DealJudgement(happened.Service, happened.Now).Judge(opportunity);
        new RegistrationEnd(happened.Service).Follow(opportunity, isWon: happened.Message == "Win");
    }
}
