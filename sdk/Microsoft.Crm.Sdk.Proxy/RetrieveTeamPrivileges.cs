using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Asks for the privileges that a team has by its roles.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveTeamPrivilegesRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RetrieveTeamPrivilegesRequest() => RequestName = "RetrieveTeamPrivileges";

    /// <summary>The team.</summary>
    public Guid TeamId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="RetrieveTeamPrivilegesRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RetrieveTeamPrivilegesResponse : OrganizationResponse
{
    /// <summary>Privileges with their depth.</summary>
    public RolePrivilege[] RolePrivileges => this.Get<RolePrivilege[]>();
}
