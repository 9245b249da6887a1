using System;

namespace CrmAddon.Local.Security;

/// <summary>A role as it is held: directly, or by a team of the user.</summary>
/// <param name="Id">The row of role; in a business unit below the root's a copy of the root's role.</param>
/// <param name="Root">The role that the copies follow: its privileges are theirs.</param>
/// <param name="BusinessUnit">Business unit of the role, from which its depths are counted.</param>
/// <param name="Holder">The user or team.</param>
/// <param name="IsInherited">
/// Whether a team's member has the role's basic privileges as if they were his own ("Direct User (Basic) access level and Team privileges"),
/// and not for the team's rows only ("Team privileges only").
/// </param>
internal sealed record Role(Guid Id, Guid Root, Guid BusinessUnit, Guid Holder, bool IsInherited)
{
    /// <summary>The platform's template of the role that may do everything; the role has its id here.</summary>
    public static readonly Guid SystemAdministrator = new("627090ff-40a3-4053-8790-584edc5be201");

    public bool IsSystemAdministrator => Root == SystemAdministrator;
}
