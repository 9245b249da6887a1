using System;
using System.ServiceModel;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>Does to a new order what the order's notes say: refuses, fails, calls itself, ignores faults.</summary>
[Step("52000000-0000-0000-0000-000000000001", Message = "Create", Table = "fix_order", Rank = 10)]
public sealed class ObeyNotes : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        switch (step.Notes)
        {
            case "refuse":
                step.Leave($"before refusing");
                throw new InvalidPluginExecutionException("Orders of this kind are refused.");
            case "refuse by number":
                throw new InvalidPluginExecutionException(OperationStatus.Canceled, 12345, "Refused by number.");
            case "crash":
                step.Tracing.Trace("about to crash at {0}", 1.5m);
                throw new InvalidOperationException("boom");
            case "loop":
                step.Service.Create(new Entity("fix_order") { ["fix_name"] = "again", ["fix_notes"] = "loop" });
                break;
            case "nested refusal":
                step.Service.Create(new Entity("fix_order") { ["fix_name"] = "inner", ["fix_notes"] = "refuse" });
                break;
            case "swallow":
                Swallow(step);
                break;
            case "swallow a missing row":
                Ignore(() => step.Service.Retrieve("fix_order", Guid.NewGuid(), new Microsoft.Xrm.Sdk.Query.ColumnSet(false)));
                break;
            case "batch":
                step.Service.Execute(new ExecuteTransactionRequest { Requests = [] });
                break;
            case "line":
                step.Service.Create(new Entity("fix_line") { ["fix_text"] = "auto", ["fix_orderid"] = step.Target.ToEntityReference() });
                break;
            case "as system":
                step.Factory.CreateOrganizationService(null).Create(new Entity("fix_order") { ["fix_name"] = "of the system" });
                break;
        }
    }

    private static void Swallow(StepContext step) =>
        Ignore(() => step.Service.Create(new Entity("fix_order", step.Target.Id) { ["fix_name"] = "same id" }));

    private static void Ignore(Action call)
    {
        try
        {
            call();
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            // On purpose: what a careless plug-in does.
        }
    }
}
