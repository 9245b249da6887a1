using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>A sale was matched, opened again or deleted, or its days were reported otherwise: the partner's engagement with the customer follows.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c16", Message = "Update", Table = MarketplaceTransaction.Table,
    Filter = MarketplaceTransaction.Status + "," + MarketplaceTransaction.Kind + "," + MarketplaceTransaction.SoldOn + "," + MarketplaceTransaction.From + ","
        + MarketplaceTransaction.Until)]
[Step(DeleteStep, Message = "Delete", Table = MarketplaceTransaction.Table)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a64", StepId = DeleteStep, Alias = "before", Columns = MarketplaceTransaction.Engagement)]
public sealed class SaleEngaged : EventPlugin
{
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c17";

    private protected override void Answer(PluginEvent happened)
    {
        var engagement = new SaleEngagement(happened.Service);
        if (happened.Message != "Delete")
            engagement.Follow(happened.Target.Id);
        else if (happened.Before().Lookup(MarketplaceTransaction.Engagement) is { } left)
            engagement.Fit(left);
    }
}
