using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for all privileges that there are.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrievePrivilegeSetRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrievePrivilegeSetRequest() => RequestName = "RetrievePrivilegeSet";
}

/// <summary>Answer to <see cref="RetrievePrivilegeSetRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrievePrivilegeSetResponse : OrganizationResponse
{
    /// <summary>Rows of privilege.</summary>
    public EntityCollection EntityCollection => this.Get<EntityCollection>();
}
