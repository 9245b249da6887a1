using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>A marketplace has reported a sale, or its accounts otherwise than before: if they are known, it is matched at once.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c14", Message = "Create", Table = MarketplaceTransaction.Table)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c15", Message = "Update", Table = MarketplaceTransaction.Table,
    Filter = MarketplaceTransaction.BuyerAccount + "," + MarketplaceTransaction.SubscriberAccount + "," + MarketplaceTransaction.SellerAccount + ","
        + MarketplaceTransaction.Agreement + "," + MarketplaceTransaction.SoldOn)]
public sealed class SaleArrived : EventPlugin
{
    private protected override void Answer(PluginEvent happened) => new SaleMatch(happened.Service).Try(happened.Target.Id);
}
