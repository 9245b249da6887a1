using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the privileges that a user has by his roles and his teams.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveUserPrivilegesRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveUserPrivilegesRequest() => RequestName = "RetrieveUserPrivileges";

    /// <summary>The user.</summary>
    public Guid UserId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveUserPrivilegesRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveUserPrivilegesResponse : OrganizationResponse
{
    /// <summary>Privileges; those of teams in basic depth.</summary>
    public RolePrivilege[] RolePrivileges => this.Get<RolePrivilege[]>();
}
