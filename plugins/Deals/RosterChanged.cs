using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Deals;

/// <summary>A partner joined, left or changed place on a deal: the deal is judged anew, and so is the one that was left.</summary>
[Step(CreateStep, Message = "Create", Table = DealPartner.Table)]
[Step(UpdateStep, Message = "Update", Table = DealPartner.Table,
    Filter = DealPartner.Opportunity + "," + DealPartner.Partner + "," + DealPartner.Role + "," + DealPartner.Weight + ","
        + DealPartner.OwnPercent + "," + DealPartner.EngagedOn + "," + DealPartner.Status)]
[Step(DeleteStep, Message = "Delete", Table = DealPartner.Table)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a01", StepId = UpdateStep, Alias = "before", Columns = Columns)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a02", StepId = DeleteStep, Alias = "before", Columns = Columns)]
public sealed class RosterChanged : EventPlugin
{
    private const string Columns = DealPartner.Opportunity + "," + DealPartner.OwnPercent;
    private const string CreateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0207";
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0208";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0209";

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.AllBefore().Select(row => row.GetAttributeValue<decimal?>(DealPartner.OwnPercent)).FirstOrDefault();
        var after = happened.Message == "Delete" ? null : happened.After().GetAttributeValue<decimal?>(DealPartner.OwnPercent);
        foreach (var opportunity in happened.BothSides(DealPartner.Opportunity))
        {
            if (before != after)
                SharesSetBy.Note(happened, opportunity);
            new DealJudgement(happened.Service, happened.Now).Judge(opportunity);
        }
    }
}
