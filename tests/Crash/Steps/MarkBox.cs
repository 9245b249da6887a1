using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Crash.Steps;

/// <summary>
/// The asynchronous work of a box: a mark that counts the attempts. Every fourth box asks for a second attempt. A mark is written
/// by its key, so that a job that was killed can do its work again.
/// </summary>
[Step("c1000000-0000-0000-0000-000000000002", Message = "Create", Table = "crash_box", Mode = Mode.Asynchronous)]
public sealed class MarkBox : IPlugin
{
    /// <inheritdoc />
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        var id = call.Context.PrimaryEntityId;
        var attempts = Attempts(call.Service, id) + 1;
        call.Service.Execute(new UpsertRequest
        {
            Target = new Entity("crash_mark") { KeyAttributes = { ["crash_name"] = id.ToString() }, ["crash_attempts"] = attempts },
        });
        if (attempts == 1 && id.ToByteArray()[0] % 4 == 0)
        {
            throw new InvalidPluginExecutionException(OperationStatus.Retry, "Once more.");
        }
    }

    private static int Attempts(IOrganizationService service, Guid id)
    {
        var query = new QueryExpression("crash_mark") { ColumnSet = new ColumnSet("crash_attempts") };
        query.Criteria.AddCondition("crash_name", ConditionOperator.Equal, id.ToString());
        return service.RetrieveMultiple(query).Entities is [var mark, ..] ? mark.GetAttributeValue<int>("crash_attempts") : 0;
    }
}
