using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Adds users to a team.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AddMembersTeamRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public AddMembersTeamRequest() => RequestName = "AddMembersTeam";

    /// <summary>The users.</summary>
    public Guid[] MemberIds
    {
        get => this.Get<Guid[]>();
        set => this.Set(value);
    }

    /// <summary>The team.</summary>
    public Guid TeamId
    {
        get => this.Get<Guid>();
        set => this.Set(value);
    }
}

/// <summary>Answer to <see cref="AddMembersTeamRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class AddMembersTeamResponse : OrganizationResponse;
