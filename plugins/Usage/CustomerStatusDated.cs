using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Usage;

/// <summary>The status of a customer is changed: it holds from today on, unless another day is given with it.</summary>
[Step(UpdateStep, Message = "Update", Table = Account.Table, Stage = Stage.PreOperation, Filter = Account.CustomerStatus)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a35", StepId = UpdateStep, Alias = "before", Columns = Account.CustomerStatus)]
public sealed class CustomerStatusDated : EventPlugin
{
    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0622";

    private protected override void Answer(PluginEvent happened)
    {
        var sent = happened.Target;
        if (sent.Option(Account.CustomerStatus) != happened.Before().Option(Account.CustomerStatus)
            && !sent.Contains(Account.CustomerStatusSince))
            sent[Account.CustomerStatusSince] = happened.Today;
    }
}
