using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>
/// A marketplace sale was settled or opened again: who settled it and when is noted. A change of state reaches plug-ins apart from
/// other columns, so this is an update of its own, in the same transaction.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = MarketplaceTransaction.Table, Filter = MarketplaceTransaction.Status)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a63", StepId = UpdateStep, Alias = "before", Columns = MarketplaceTransaction.Status)]
public sealed class SaleSettled : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c13";

    private protected override void Answer(PluginEvent happened)
    {
        var status = happened.After().Option(MarketplaceTransaction.Status);
        if (status == happened.Before().Option(MarketplaceTransaction.Status))
            return;

        var isOpen = status == MarketplaceTransaction.StatusOf.Unmatched;
        happened.Service.Update(new Entity(MarketplaceTransaction.Table, happened.Target.Id)
        {
            [MarketplaceTransaction.MatchedBy] = isOpen ? null : new EntityReference("systemuser", happened.UserId),
            [MarketplaceTransaction.MatchedOn] = isOpen ? null : happened.Now,
        });
    }
}
