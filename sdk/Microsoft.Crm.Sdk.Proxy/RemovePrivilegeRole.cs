using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Takes a privilege from a role.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RemovePrivilegeRoleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RemovePrivilegeRoleRequest() => RequestName = "RemovePrivilegeRole";

    /// <summary>The privilege.</summary>
    public Guid PrivilegeId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>The role.</summary>
    public Guid RoleId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RemovePrivilegeRoleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RemovePrivilegeRoleResponse : OrganizationResponse;
