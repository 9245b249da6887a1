using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Registration;
using CrmAddon.Plugins.Tables;

namespace CrmAddon.Plugins.Disputes;

/// <summary>Before a dispute is saved: it names what is disputed, in time, and once resolved it stays.</summary>
[Step("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0b01", Message = "Create", Table = Dispute.Table, Stage = Stage.PreOperation)]
[Step(UpdateStep, Message = "Update", Table = Dispute.Table, Stage = Stage.PreOperation, Filter = Guarded)]
[Step(DeleteStep, Message = "Delete", Table = Dispute.Table, Stage = Stage.PreOperation)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a51", StepId = UpdateStep, Alias = "before", Columns = Guarded)]
[Image("5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0a52", StepId = DeleteStep, Alias = "before", Columns = Dispute.Number + "," + Dispute.Status)]
public sealed class DisputeGuard : EventPlugin
{
    internal const string Guarded = Dispute.Number + "," + Dispute.Program + "," + Dispute.Partner + "," + Dispute.Split + "," + Dispute.Entry + ","
        + Dispute.Statement + "," + Dispute.Opportunity + "," + Dispute.Reason + "," + Dispute.Description + "," + Dispute.Claimed + ","
        + Dispute.RaisedOn + "," + Dispute.Outcome + "," + Dispute.Resolution + "," + Dispute.DecidedBy + "," + Dispute.DecidedOn + ","
        + Dispute.State + "," + Dispute.Status;

    private const string UpdateStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0b02";
    private const string DeleteStep = "5b0c7f0e-3a52-4f7e-9f0a-6f3f1a7f0b03";

    private protected override void Answer(PluginEvent happened)
    {
        var checks = new DisputeChecks(happened.Service);
        switch (happened.Message)
        {
            case "Create":
                checks.Begin(happened.Target, happened.Today);
                break;
            case "Delete":
                var status = happened.Before().Option(Dispute.Status) ?? Dispute.StatusOf.New;
                if (DisputeMoves.IsFinal(status))
                    throw DisputeText.IsFinal(happened.Before().Text(Dispute.Number), status);

                break;
            default:
                checks.Change(happened.Before(), happened.Target, happened.After());
                break;
        }
    }
}
