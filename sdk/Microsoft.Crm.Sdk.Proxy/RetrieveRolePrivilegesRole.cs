using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the privileges of a role.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveRolePrivilegesRoleRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveRolePrivilegesRoleRequest() => RequestName = "RetrieveRolePrivilegesRole";

    /// <summary>The role.</summary>
    public Guid RoleId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveRolePrivilegesRoleRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveRolePrivilegesRoleResponse : OrganizationResponse
{
    /// <summary>Privileges with their depth.</summary>
    public RolePrivilege[] RolePrivileges => this.Get<RolePrivilege[]>();
}
