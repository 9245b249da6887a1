using Microsoft.Xrm.Sdk;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline.Steps;

namespace CrmAddon.Local.Pipeline;

/// <summary>
/// Takes a message through the stages as it came in: its parameters are the steps' inputs, which they may change before the
/// operation, and its results their outputs, which they may change after it. Messages that write rows do that themselves.
/// </summary>
internal sealed class MessageStages(Organization organization)
{
    public OrganizationResponse Execute(IMessage message, OrganizationRequest request, Caller caller)
    {
        var name = StepCatalog.EventOf(request.RequestName!);
        if (message.CarriesSteps || !message.HasSteps || !organization.Steps.Answers(name))
        {
            return message.Execute(request, caller);
        }

        var (table, id) = MessageSubject.Of(request);
        var steps = organization.Steps.Find(name, table);
        return steps.Any ? Run(message, request, caller, steps, (name, table, id)) : message.Execute(request, caller);
    }

    private OrganizationResponse Run(
        IMessage message, OrganizationRequest request, Caller caller, EventSteps steps, (string Name, string? Table, System.Guid Id) subject)
    {
        var operation = Operation.Of(request, subject.Name, subject.Table, caller, organization.Now, subject.Id);
        foreach (var (name, value) in request.Parameters)
        {
            operation.Inputs[name] = QueryCopy.Of(value);
        }

        OrganizationResponse? response = null;
        var stages = new PipelineEvent
        {
            Invoked = operation,
            Single = subject.Name,
            Table = subject.Table is null ? null : organization.Metadata.Find(subject.Table),
            Rows = [new RowEvent(null, subject.Id)],
            Steps = steps,
        };
        organization.Pipeline.PreValidate(stages);
        if (steps.AnyInTransaction)
        {
            organization.Transactions.Run(() =>
            {
                organization.Pipeline.Carry(stages, Operate);
                return true;
            });
        }
        else
        {
            Operate();
        }

        OutputNames.Take(operation.Outputs, response!);
        return response!;

        void Operate()
        {
            var inner = new OrganizationRequest(request.RequestName!) { RequestId = request.RequestId };
            inner.Parameters.AddRange(operation.Inputs);
            response = message.Execute(inner, caller);
            OutputNames.Give(response, operation.Outputs);
        }
    }
}
