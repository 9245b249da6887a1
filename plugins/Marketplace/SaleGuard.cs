using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>Before a marketplace sale is saved: it is settled only with what that needs, and then keeps whose it is.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c11", Message = "Create", Table = MarketplaceTransaction.Table, Stage = Stage.PreOperation)]
[Step(UpdateStep, Message = "Update", Table = MarketplaceTransaction.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a62", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
public sealed class SaleGuard : EventPlugin
{
    // What the marketplace reports is not guarded but for its day: it may send a sale again with another amount until its month is over.
    private const string Guarded = MarketplaceTransaction.TransactionId + "," + MarketplaceTransaction.Customer + "," + MarketplaceTransaction.Partner + ","
        + MarketplaceTransaction.Role + "," + MarketplaceTransaction.Note + "," + MarketplaceTransaction.State + "," + MarketplaceTransaction.Status + ","
        + MarketplaceTransaction.SoldOn + "," + MarketplaceTransaction.From;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c12";

    private protected override void Answer(PluginEvent happened)
    {
        if (happened.Message == "Create")
        {
            if (!Changes.Begins(happened.Target, MarketplaceTransaction.StatusOf.Unmatched))
                throw MarketplaceText.MustStartUnmatched();

            return;
        }

        Changes.DemandStatus(happened.Before(), happened.Target);
        SaleChecks.Check(happened.Before(), happened.Target, happened.After());
    }
}
