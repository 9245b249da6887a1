using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the platform's version.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveVersionRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveVersionRequest() => RequestName = "RetrieveVersion";
}

/// <summary>Answer to <see cref="RetrieveVersionRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveVersionResponse : OrganizationResponse
{
    /// <summary>The version.</summary>
    public string Version => this.Get<string>();
}
