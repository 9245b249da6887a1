using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Moves a user to another business unit. His roles are of the old one: he loses them.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class SetBusinessSystemUserRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public SetBusinessSystemUserRequest() => RequestName = "SetBusinessSystemUser";

    /// <summary>The business unit.</summary>
    public Guid BusinessId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>Who gets the rows that the user owns: the user himself to keep them.</summary>
    public EntityReference ReassignPrincipal
    {
        get => this.Get<EntityReference>();
        set => this.Set(value);
    }

    /// <summary>The user.</summary>
    public Guid UserId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="SetBusinessSystemUserRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class SetBusinessSystemUserResponse : OrganizationResponse;
