using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>The privileges of each root role, as the rows of <c>roleprivileges</c> say.</summary>
internal sealed class RolePrivileges(Organization organization)
{
    private readonly Dictionary<Guid, IReadOnlyList<(Guid Privilege, AccessDepth Depth)>> _cache = [];

    public void Forget() => _cache.Clear();

    public IReadOnlyList<(Guid Privilege, AccessDepth Depth)> Of(Guid rootRole)
    {
        if (!_cache.TryGetValue(rootRole, out var privileges))
        {
            privileges = organization.Database.Prepare("SELECT privilegeid, privilegedepthmask FROM roleprivileges WHERE roleid = @0")
                .List([Cells.ToBytes(rootRole)], r => (Cells.ToGuid(r.GetFieldValue<byte[]>(0)), ToDepth(r.GetInt64(1))));
            _cache.Add(rootRole, privileges);
        }

        return privileges;
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
