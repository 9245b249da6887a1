using System.ServiceModel;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Messages;

/// <summary><c>ExecuteTransaction</c>: several requests, all or none.</summary>
internal sealed class ExecuteTransactionMessage(Organization organization, MessageCatalog messages) : IMessage
{
    public bool Writes => true;

    public bool IsBatch => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        var responses = organization.Transactions.Run(() =>
        {
            var responses = new OrganizationResponseCollection();
            for (var i = 0; i < requests.Count; i++)
            {
                responses.Add(ExecuteAt(requests[i], i, caller));
            }

            return responses;
        });
        return new ExecuteTransactionResponse { ResponseName = "ExecuteTransaction" }
            .With("Responses", request.Optional<bool?>("ReturnResponses") == true ? responses : []);
    }

    private OrganizationResponse ExecuteAt(OrganizationRequest? request, int index, Caller caller)
    {
        try
        {
            BatchRules.Check("ExecuteTransaction", request, index, "ExecuteTransaction", "ExecuteMultiple");
            return messages.Execute(request, caller);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            throw Faults.At(index, e.Detail);
        }
    }
}

/// <summary><c>ExecuteMultiple</c>: several requests, each for itself. One that can't be part of it faults for its own item.</summary>
/// <remarks><see href="https://learn.microsoft.com/power-apps/developer/data-platform/org-service/execute-multiple-requests#run-time-limitations">Run-time limitations</see></remarks>
internal sealed class ExecuteMultipleMessage(MessageCatalog messages) : IMessage
{
    public bool Writes => false; // what it carries writes, each in its own transaction

    public bool IsBatch => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        if (requests.Count > BatchRules.MostRequests)
        {
            throw Faults.BatchSize(requests.Count, BatchRules.MostRequests);
        }

        var settings = request.Optional<ExecuteMultipleSettings>("Settings") ?? new ExecuteMultipleSettings();
        var items = new ExecuteMultipleResponseItemCollection();
        var faulted = false;
        for (var i = 0; i < requests.Count; i++)
        {
            try
            {
                BatchRules.Check("ExecuteMultiple", requests[i], i, "ExecuteMultiple");
                var response = messages.Execute(requests[i], caller);
                if (settings.ReturnResponses)
                {
                    items.Add(new ExecuteMultipleResponseItem { RequestIndex = i, Response = response });
                }
            }
            catch (FaultException<OrganizationServiceFault> e)
            {
                faulted = true;
                items.Add(new ExecuteMultipleResponseItem { RequestIndex = i, Fault = e.Detail });
                if (!settings.ContinueOnError)
                {
                    break;
                }
            }
        }

        return new ExecuteMultipleResponse { ResponseName = "ExecuteMultiple" }.With("IsFaulted", faulted).With("Responses", items);
    }
}
