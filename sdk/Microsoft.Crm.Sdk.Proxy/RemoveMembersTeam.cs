using System;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk;

namespace Microsoft.Crm.Sdk.Messages;

/// <summary>Removes users from a team.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RemoveMembersTeamRequest : OrganizationRequest
{
    /// <summary>An empty request.</summary>
    public RemoveMembersTeamRequest() => RequestName = "RemoveMembersTeam";

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

/// <summary>Answer to <see cref="RemoveMembersTeamRequest"/>.</summary>
[DataContract(Namespace = ContractNamespace.V2011)]
public sealed class RemoveMembersTeamResponse : OrganizationResponse;
