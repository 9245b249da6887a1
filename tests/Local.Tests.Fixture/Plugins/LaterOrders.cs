using System;
using System.Globalization;
using System.ServiceModel;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>The asynchronous step of an order.</summary>
[Step("54000000-0000-0000-0000-000000000001", Message = "Create", Table = "fix_order", Mode = Mode.Asynchronous)]
[Image("54000000-0000-0000-0000-000000000011", StepId = "54000000-0000-0000-0000-000000000001", Type = ImageType.Post, Alias = "after", Columns = "fix_amount,fix_due,fix_customerid,fix_kind")]
public sealed class LaterOrders : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        var after = step.Context.PostEntityImages["after"];
        switch (step.Notes)
        {
            case "later":
                step.Leave($"later {Show(after)} mode {step.Context.Mode} tx {step.Context.IsInTransaction} depth {step.Context.Depth}");
                break;
            case "later retry":
                step.Leave($"attempt");
                throw new InvalidPluginExecutionException(OperationStatus.Retry, "Not yet.");
            case "later twice" when Attempts(step) < 2:
                throw new InvalidPluginExecutionException(OperationStatus.Retry, "Not yet.");
            case "later twice":
                step.Leave($"third time");
                break;
            case "later fail":
                step.Leave($"lost");
                throw new InvalidPluginExecutionException("It can't be done.");
            case "later swallow":
                Swallow(step);
                break;
            case "later more":
                step.Service.Create(new Entity("fix_order") { ["fix_name"] = "from a job", ["fix_notes"] = "later" });
                break;
        }
    }

    private static string Show(Entity order) => string.Join(
        " ",
        order.GetAttributeValue<Money>("fix_amount")?.Value.ToString(CultureInfo.InvariantCulture) ?? "-",
        order.GetAttributeValue<DateTime?>("fix_due")?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "-",
        order.GetAttributeValue<EntityReference>("fix_customerid")?.LogicalName ?? "-",
        order.FormattedValues.TryGetValue("fix_kind", out var kind) ? kind : "-");

    private static int Attempts(StepContext step)
    {
        var query = new QueryExpression("asyncoperation") { ColumnSet = new ColumnSet("retrycount") };
        query.Criteria.AddCondition("correlationid", ConditionOperator.Equal, step.Context.CorrelationId);
        return step.Service.RetrieveMultiple(query)[0].GetAttributeValue<int>("retrycount");
    }

    private static void Swallow(StepContext step)
    {
        try
        {
            step.Service.Create(new Entity("fix_order", step.Target.Id) { ["fix_name"] = "same id", ["fix_notes"] = "line" });
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            step.Leave($"went on");
        }
    }
}
