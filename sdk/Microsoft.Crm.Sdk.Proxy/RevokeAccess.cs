using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Ends the sharing of a row with a user or team.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RevokeAccessRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RevokeAccessRequest() => RequestName = "RevokeAccess";

    /// <summary>The user or team.</summary>
    public EntityReference Revokee
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

/// <summary>Answer to <see cref="RevokeAccessRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RevokeAccessResponse : OrganizationResponse;
