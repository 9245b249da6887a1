using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>
/// It has become known whose account it is: the sales that waited for that are matched. There may be many, so the asynchronous service
/// does it; each is an update of its own, and what is left when it is stopped is matched when the identity is saved again.
/// </summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c03", Message = "Create", Table = MarketplaceIdentity.Table, Mode = Mode.Asynchronous)]
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c04", Message = "Update", Table = MarketplaceIdentity.Table, Mode = Mode.Asynchronous,
    Filter = MarketplaceIdentity.Marketplace + "," + MarketplaceIdentity.Kind + "," + MarketplaceIdentity.Account + "," + MarketplaceIdentity.Agreement + ","
        + MarketplaceIdentity.From + "," + MarketplaceIdentity.Until + "," + MarketplaceIdentity.Customer + "," + MarketplaceIdentity.Partner + ","
        + MarketplaceIdentity.Role + "," + MarketplaceIdentity.Status)]
public sealed class IdentityKnown : EventPlugin
{
    private static readonly ColumnSet Columns = new(
        MarketplaceIdentity.Marketplace, MarketplaceIdentity.Kind, MarketplaceIdentity.Account, MarketplaceIdentity.Agreement,
        MarketplaceIdentity.From, MarketplaceIdentity.Until, MarketplaceIdentity.State);

    private protected override void Answer(PluginEvent happened)
    {
        // As it is by now: somebody may have changed it again before the asynchronous service came to it.
        var identity = happened.Service.Retrieve(MarketplaceIdentity.Table, happened.Target.Id, Columns);
        if (identity.Option(MarketplaceIdentity.State) == MarketplaceIdentity.StateOf.Active)
            new SaleMatch(happened.Service).TryAll(identity);
    }
}
