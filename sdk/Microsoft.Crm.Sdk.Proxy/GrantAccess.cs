using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Shares a row with a user or team.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class GrantAccessRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public GrantAccessRequest() => RequestName = "GrantAccess";

    /// <summary>With whom, and the rights to give.</summary>
    public PrincipalAccess PrincipalAccess
    {
        get => this.Get<PrincipalAccess>();
        set => this.Set(value);
    }

    /// <summary>The row.</summary>
    public EntityReference Target
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="GrantAccessRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class GrantAccessResponse : OrganizationResponse;
