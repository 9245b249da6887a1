using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Security;

/// <summary>A user or a team with everything that his roles and teams allow.</summary>
internal sealed class Principal
{
    /// <summary><c>systemuser</c> or <c>team</c>.</summary>
    public required string Table { get; init; }

    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Guid BusinessUnit { get; init; }

    public bool IsUser => Table == "systemuser";

    /// <summary>A disabled user may do nothing.</summary>
    public bool IsDisabled { get; init; }

    /// <summary>An access team holds shares, and neither roles nor rows.</summary>
    public bool IsAccessTeam { get; init; }

    /// <summary>The user's teams; none for a team.</summary>
    public required IReadOnlyList<Guid> Teams { get; init; }

    /// <summary>The roles, those of the teams included.</summary>
    public required IReadOnlyList<Role> Roles { get; init; }

    /// <summary>What each privilege reaches.</summary>
    public required IReadOnlyDictionary<Guid, Reach> Reaches { get; init; }

    /// <summary>A System Administrator: nothing is asked of him, and nothing is hidden from him.</summary>
    public required bool IsFree { get; init; }

    /// <summary>Rights on secured columns by table and column.</summary>
    public required IReadOnlyDictionary<(string Table, string Column), ColumnRights> Columns { get; init; }

    /// <summary>The principal and his teams, in whose names he owns rows and has shares.</summary>
    public IReadOnlyList<Guid> Names => field ??= [Id, .. Teams];

    public Reach? Find(Privilege privilege) => Reaches.GetValueOrDefault(privilege.Id);
}
