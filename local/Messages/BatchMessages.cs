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

    private OrganizationResponse ExecuteAt(OrganizationRequest request, int index, Caller caller)
    {
        if (request.RequestName is "ExecuteTransaction" or "ExecuteMultiple")
        {
            throw Faults.Argument($"{request.RequestName} can't be part of ExecuteTransaction (request {index}).");
        }

        try
        {
            return messages.Execute(request, caller);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            throw Faults.At(index, e.Detail);
        }
    }
}

/// <summary><c>ExecuteMultiple</c>: several requests, each for itself.</summary>
internal sealed class ExecuteMultipleMessage(MessageCatalog messages) : IMessage
{
    public bool Writes => false; // what it carries writes, each in its own transaction

    public bool IsBatch => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var requests = request.Required<OrganizationRequestCollection>("Requests");
        var settings = request.Optional<ExecuteMultipleSettings>("Settings") ?? new ExecuteMultipleSettings();
        var items = new ExecuteMultipleResponseItemCollection();
        var faulted = false;
        for (var i = 0; i < requests.Count; i++)
        {
            if (requests[i].RequestName == "ExecuteMultiple")
            {
                throw Faults.Argument("ExecuteMultiple can't be part of ExecuteMultiple.");
            }

            try
            {
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
