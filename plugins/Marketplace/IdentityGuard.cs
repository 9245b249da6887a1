using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Marketplace;

/// <summary>Before an identity is saved: one account and agreement of a marketplace is one customer's or partner's on any day.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c01", Message = "Create", Table = MarketplaceIdentity.Table, Stage = Stage.PreOperation)]
[Step(UpdateStep, Message = "Update", Table = MarketplaceIdentity.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a61", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
public sealed class IdentityGuard : EventPlugin
{
    private const string Guarded = MarketplaceIdentity.Name + "," + MarketplaceIdentity.Marketplace + "," + MarketplaceIdentity.Kind + ","
        + MarketplaceIdentity.Account + "," + MarketplaceIdentity.Agreement + "," + MarketplaceIdentity.From + "," + MarketplaceIdentity.Until + ","
        + MarketplaceIdentity.Customer + "," + MarketplaceIdentity.Partner + "," + MarketplaceIdentity.State;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0c02";

    private protected override void Answer(PluginEvent happened) =>
        new IdentityChecks(happened.Service).Check(happened.After(), happened.Target);
}
