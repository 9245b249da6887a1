using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Deals;

/// <summary>An opportunity is new, changed or opened again: who is credited is judged anew.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0201", Message = "Create", Table = Opportunity.Table)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0202", Message = "Update", Table = Opportunity.Table,
    Filter = Opportunity.Name + "," + Opportunity.Customer + "," + Opportunity.EstimatedValue + "," + Opportunity.ActualValue + ","
        + Opportunity.EstimatedClose + "," + Opportunity.ActualClose + "," + Opportunity.Stage + "," + Opportunity.Currency + ","
        + Opportunity.DealNumber + "," + Opportunity.Motion + "," + Opportunity.Source + "," + Opportunity.SourcingPartner + ","
        + Opportunity.Product + "," + Opportunity.SharesReason + "," + Opportunity.State)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0203", Message = "SetState", Table = Opportunity.Table)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0204", Message = "SetStateDynamicEntity", Table = Opportunity.Table)]
public sealed class OpportunityChanged : EventPlugin
{
    private protected override void Answer(PluginEvent happened) => new DealJudgement(happened.Service, happened.Now)
        .Judge(happened.Target.Id, isNew: string.Equals(happened.Message, "Create", StringComparison.Ordinal));
}
