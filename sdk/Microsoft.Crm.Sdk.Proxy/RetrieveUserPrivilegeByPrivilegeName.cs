using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks whether, and how far, a user has a privilege by his roles and his teams.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveUserPrivilegeByPrivilegeNameRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveUserPrivilegeByPrivilegeNameRequest() => RequestName = "RetrieveUserPrivilegeByPrivilegeName";

    /// <summary>The user.</summary>
    public Guid UserId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }

    /// <summary>Name of the privilege.</summary>
    public string PrivilegeName
    {
        get => this.Get<string>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveUserPrivilegeByPrivilegeNameRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveUserPrivilegeByPrivilegeNameResponse : OrganizationResponse
{
    /// <summary>The privilege in its effective depth; empty if he does not have it.</summary>
    public RolePrivilege[] RolePrivileges => this.Get<RolePrivilege[]>();
}
