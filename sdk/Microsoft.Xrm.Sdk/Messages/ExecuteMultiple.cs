using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Runs messages one after the other, each in its own transaction.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class ExecuteMultipleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public ExecuteMultipleRequest() => RequestName = "ExecuteMultiple";

    /// <summary>The messages, at most 1,000.</summary>
    public OrganizationRequestCollection Requests
    {
        get => this.Get<OrganizationRequestCollection>();
        set => this.Set(value);
    }

    /// <summary>How they are run.</summary>
    public ExecuteMultipleSettings Settings
    {
        get => this.Get<ExecuteMultipleSettings>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="ExecuteMultipleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    /// <summary>Whether a message failed.</summary>
    public bool IsFaulted => this.Get<bool>();

    /// <summary>What became of the messages.</summary>
    public ExecuteMultipleResponseItemCollection Responses => this.Get<ExecuteMultipleResponseItemCollection>();
}
