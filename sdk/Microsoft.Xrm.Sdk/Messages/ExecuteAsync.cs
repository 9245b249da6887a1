using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Runs a message as a system job.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class ExecuteAsyncRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public ExecuteAsyncRequest() => RequestName = "ExecuteAsync";

    /// <summary>The message.</summary>
    public OrganizationRequest Request
    {
        get => this.Get<OrganizationRequest>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="ExecuteAsyncRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class ExecuteAsyncResponse : OrganizationResponse
{
    /// <summary>The system job.</summary>
    public Guid AsyncJobId => this.Get<Guid>();
}
