using System.Collections.Generic;
using CrmAddon.Local.Messages;

namespace CrmAddon.Local.Security.Messages;

/// <summary>The messages about access, by name.</summary>
internal static class SecurityMessages
{
    public static IEnumerable<(string Name, IMessage Message)> All(Organization organization)
    {
        yield return ("GrantAccess", new GrantAccessMessage(organization));
        yield return ("ModifyAccess", new ModifyAccessMessage(organization));
        yield return ("RevokeAccess", new RevokeAccessMessage(organization));
        yield return ("RetrievePrincipalAccess", new RetrievePrincipalAccessMessage(organization));
        yield return ("RetrieveSharedPrincipalsAndAccess", new RetrieveSharedPrincipalsAndAccessMessage(organization));
        yield return ("AddMembersTeam", new TeamMembersMessage(organization, isNew: true));
        yield return ("RemoveMembersTeam", new TeamMembersMessage(organization, isNew: false));
        yield return ("AddPrivilegesRole", new AddPrivilegesRoleMessage(organization, replaces: false));
        yield return ("ReplacePrivilegesRole", new AddPrivilegesRoleMessage(organization, replaces: true));
        yield return ("RemovePrivilegeRole", new RemovePrivilegeRoleMessage(organization));
        yield return ("RetrieveRolePrivilegesRole", new RetrieveRolePrivilegesRoleMessage(organization));
        yield return ("RetrieveUserPrivileges", new RetrieveUserPrivilegesMessage(organization));
        yield return ("RetrieveUserPrivilegeByPrivilegeName", new RetrieveUserPrivilegeByPrivilegeNameMessage(organization));
        yield return ("RetrieveTeamPrivileges", new RetrieveTeamPrivilegesMessage(organization));
        yield return ("RetrievePrivilegeSet", new RetrievePrivilegeSetMessage(organization));
        yield return ("SetBusinessSystemUser", new SetBusinessSystemUserMessage(organization));
    }
}
