using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Usage;

/// <summary>A customer was suspended, cancelled or came back: from this month on its usage is judged again.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0621", Message = "Update", Table = Account.Table, Filter = Account.CustomerStatus)]
public sealed class CustomerStatusChanged : EventPlugin
{
    private protected override void Answer(PluginEvent happened) =>
        new UsageRequests(happened.Service, happened.Now).RequestAgain(happened.Target.Id, happened.ThisMonth, until: null);
}
