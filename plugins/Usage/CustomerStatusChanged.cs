using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Usage;

/// <summary>
/// A customer was suspended, cancelled or came back, or the day of that was corrected: from that month on, or from the earlier one if
/// only the day is another, its usage is judged again.
/// </summary>
[Step(UpdateStep, Message = "Update", Table = Account.Table, Filter = Account.CustomerStatus + "," + Account.CustomerStatusSince)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a36", StepId = UpdateStep, Alias = "before",
    Columns = Account.CustomerStatus + "," + Account.CustomerStatusSince)]
public sealed class CustomerStatusChanged : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0621";

    private protected override void Answer(PluginEvent happened)
    {
        var before = happened.Before();
        var after = happened.After();
        var since = after.Month(Account.CustomerStatusSince) ?? happened.ThisMonth;
        var from = after.Option(Account.CustomerStatus) == before.Option(Account.CustomerStatus)
            ? new[] { since, before.Month(Account.CustomerStatusSince) ?? since }.Min()
            : since;
        new UsageRequests(happened.Service, happened.Now).RequestAgain(happened.Target.Id, from, until: null);
    }
}
