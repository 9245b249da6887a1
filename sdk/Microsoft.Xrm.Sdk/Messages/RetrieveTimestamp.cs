using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

/// <summary>Asks for the state of all definitions, to compare with later.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveTimestampRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveTimestampRequest() => RequestName = "RetrieveTimestamp";
}

/// <summary>Answer to <see cref="RetrieveTimestampRequest"/>.</summary>
[DataContract(Namespace = ContractNamespaces.V2011)]
public sealed class RetrieveTimestampResponse : OrganizationResponse
{
    /// <summary>The state.</summary>
    public string Timestamp => this.Get<string>();
}
