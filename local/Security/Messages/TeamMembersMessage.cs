using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security.Messages;

/// <summary><c>AddMembersTeam</c> and <c>RemoveMembersTeam</c>; who is a member already, or is none, stays so.</summary>
internal sealed class TeamMembersMessage(Organization organization, bool isNew) : IMessage
{
    public bool Writes => true;

    public OrganizationResponse Execute(OrganizationRequest request, Caller caller)
    {
        var teams = organization.Table("team");
        var team = request.Required<Guid>("TeamId");
        _ = organization.Access.Principals.Find("team", team) ?? throw Faults.MissingRow("team", team);
        organization.Access.Demand(caller, teams, AccessRight.Write, team);
        organization.Transactions.Run(() =>
        {
            foreach (var user in request.Required<Guid[]>("MemberIds"))
            {
                _ = organization.Access.Principals.User(user);
                if (isNew)
                {
                    organization.Access.Changes.Pairs.Add(Pairs.TeamMembers, team, user);
                }
                else
                {
                    organization.Access.Changes.Pairs.Remove(Pairs.TeamMembers, team, user);
                }
            }

            return true;
        });
        return isNew
            ? new AddMembersTeamResponse { ResponseName = "AddMembersTeam" }
            : new RemoveMembersTeamResponse { ResponseName = "RemoveMembersTeam" };
    }
}
