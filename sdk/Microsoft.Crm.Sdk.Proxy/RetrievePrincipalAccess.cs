using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks what a user or team may do with a row.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrievePrincipalAccessRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrievePrincipalAccessRequest() => RequestName = "RetrievePrincipalAccess";

    /// <summary>The user or team.</summary>
    public EntityReference Principal
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrievePrincipalAccessRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrievePrincipalAccessResponse : OrganizationResponse
{
    /// <summary>All rights, whichever way they came.</summary>
    public AccessRights AccessRights => this.Get<AccessRights>();
}
