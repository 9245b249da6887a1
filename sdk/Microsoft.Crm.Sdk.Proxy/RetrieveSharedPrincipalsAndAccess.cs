using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks with whom a row is shared, and how.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveSharedPrincipalsAndAccessRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveSharedPrincipalsAndAccessRequest() => RequestName = "RetrieveSharedPrincipalsAndAccess";

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveSharedPrincipalsAndAccessRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveSharedPrincipalsAndAccessResponse : OrganizationResponse
{
    /// <summary>Users and teams with the rights shared with them.</summary>
    public PrincipalAccess[] PrincipalAccesses => this.Get<PrincipalAccess[]>();
}
