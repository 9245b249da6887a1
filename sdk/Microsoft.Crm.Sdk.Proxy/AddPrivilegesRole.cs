using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Adds privileges to a role, or changes the depth of those it has.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AddPrivilegesRoleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public AddPrivilegesRoleRequest() => RequestName = "AddPrivilegesRole";

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

/// <summary>Answer to <see cref="AddPrivilegesRoleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AddPrivilegesRoleResponse : OrganizationResponse;
