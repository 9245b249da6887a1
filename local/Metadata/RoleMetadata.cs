using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>A security role that a solution brings.</summary>
internal sealed record RoleMetadata(Guid Id, string Name, IReadOnlyList<RolePrivilege> Privileges)
{
    /// <summary>Whether members of a team with this role have its basic privileges as their own, and not for the team's rows only.</summary>
    public bool IsInherited { get; init; } = true;
}

/// <summary>A privilege such as <c>prvReadAccount</c>, and how far it reaches. Names are compared without case.</summary>
internal sealed record RolePrivilege(string Name, AccessDepth Depth);

/// <summary>How far a privilege reaches; the numbers are those of the platform's <c>PrivilegeDepth</c>.</summary>
internal enum AccessDepth
{
    /// <summary>Own rows, those of the user's teams, and shared ones.</summary>
    Basic = 0,

    /// <summary>Rows of the user's business unit.</summary>
    Local = 1,

    /// <summary>Rows of the user's business unit and those below it.</summary>
    Deep = 2,

    /// <summary>All rows.</summary>
    Global = 3,
}
