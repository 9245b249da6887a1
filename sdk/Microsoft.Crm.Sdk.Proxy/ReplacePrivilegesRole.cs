using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Gives a role these privileges and no others.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class ReplacePrivilegesRoleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public ReplacePrivilegesRoleRequest() => RequestName = "ReplacePrivilegesRole";

    /// <summary>Privileges with their depth.</summary>
    public RolePrivilege[] Privileges
    {
        get => this.Get<RolePrivilege[]>();
        set => this.Set(value);
    }

    /// <summary>The role.</summary>
    public Guid RoleId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="ReplacePrivilegesRoleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class ReplacePrivilegesRoleResponse : OrganizationResponse;
