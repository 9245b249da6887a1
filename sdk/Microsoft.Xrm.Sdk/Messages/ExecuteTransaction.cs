using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Runs messages in one transaction.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class ExecuteTransactionRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public ExecuteTransactionRequest() => RequestName = "ExecuteTransaction";

    /// <summary>The messages, at most 1,000.</summary>
    public OrganizationRequestCollection Requests
    {
        get => this.Get<OrganizationRequestCollection>();
        set => this.Set(value);
    }

    /// <summary>Whether the answers are given.</summary>
    public bool? ReturnResponses
    {
        get => this.Get<bool?>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="ExecuteTransactionRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class ExecuteTransactionResponse : OrganizationResponse
{
    /// <summary>The answers in the order of the messages.</summary>
    public OrganizationResponseCollection Responses => this.Get<OrganizationResponseCollection>();
}
