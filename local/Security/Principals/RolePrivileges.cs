using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>The privileges of each root role, as the rows of <c>roleprivileges</c> say.</summary>
internal sealed class RolePrivileges(Organization organization)
{
    /// <summary>Roles and privileges, declared as many-to-many; the pairs have depths, so that their own messages write them.</summary>
    public const string Relation = "roleprivileges_association";

    private const string Table = "roleprivileges";
    private readonly Dictionary<Guid, IReadOnlyList<(Guid Privilege, AccessDepth Depth)>> _cache = [];

    public void Forget() => _cache.Clear();

    public IReadOnlyList<(Guid Privilege, AccessDepth Depth)> Of(Guid rootRole)
    {
        if (!_cache.TryGetValue(rootRole, out var privileges))
        {
            privileges = organization.Database.Prepare("SELECT privilegeid, privilegedepthmask FROM roleprivileges WHERE roleid = @0 AND privilegedepthmask > 0")
                .List([Cells.ToBytes(rootRole)], r => (Cells.ToGuid(r.GetFieldValue<byte[]>(0)), ToDepth(r.GetInt64(1))));
            _cache.Add(rootRole, privileges);
        }

        return privileges;
    }

    /// <summary>Gives a role a privilege in a depth, whether it has it already or not.</summary>
    public void Set(Guid rootRole, Guid privilege, AccessDepth depth)
    {
        Remove(rootRole, privilege);
        organization.Rows.Insert(organization.Table(Table),
        [
            new("roleprivilegeid", Cells.ToBytes(Guid.CreateVersion7(organization.Options.Clock.GetUtcNow()))),
            new("roleid", Cells.ToBytes(rootRole)),
            new("privilegeid", Cells.ToBytes(privilege)),
            new("privilegedepthmask", (long)ToMask(depth)),
            new("versionnumber", organization.Counters.NextVersion()),
        ]);
    }

    public void Remove(Guid rootRole, Guid privilege)
    {
        organization.Database.Run($"DELETE FROM {Table} WHERE roleid = @0 AND privilegeid = @1", Cells.ToBytes(rootRole), Cells.ToBytes(privilege));
        organization.Access.Principals.Written(Table);
    }

    public void Clear(Guid rootRole)
    {
        organization.Database.Run($"DELETE FROM {Table} WHERE roleid = @0", Cells.ToBytes(rootRole));
        organization.Access.Principals.Written(Table);
    }

    /// <summary>The platform stores depths as bits: 1 basic, 2 local, 4 deep, 8 global.</summary>
    public static int ToMask(AccessDepth depth) => 1 << (int)depth;

    private static AccessDepth ToDepth(long mask) => mask switch
    {
        >= 8 => AccessDepth.Global,
        >= 4 => AccessDepth.Deep,
        >= 2 => AccessDepth.Local,
        _ => AccessDepth.Basic,
    };
}
