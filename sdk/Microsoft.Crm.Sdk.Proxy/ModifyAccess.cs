using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Replaces the rights with which a row is shared with a user or team.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class ModifyAccessRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public ModifyAccessRequest() => RequestName = "ModifyAccess";

    /// <summary>With whom, and the rights to have from now on.</summary>
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

/// <summary>Answer to <see cref="ModifyAccessRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class ModifyAccessResponse : OrganizationResponse;
