using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Security;

/// <summary>
/// Puts the roles of a principal and of his teams together: the greatest depth of any of them counts.
/// <see href="https://learn.microsoft.com/power-platform/admin/how-record-access-determined">How access to a record is determined</see>
/// </summary>
internal sealed class ReachBuilder(BusinessUnits units, RolePrivileges privileges)
{
    public Dictionary<Guid, Reach> Build(Guid principal, IReadOnlyList<Guid> teams, IReadOnlyList<Role> roles)
    {
        var reaches = new Dictionary<Guid, Reach>();
        foreach (var role in roles)
        {
            foreach (var (privilege, depth) in privileges.Of(role.Root))
            {
                if (!reaches.TryGetValue(privilege, out var reach))
                {
                    reaches.Add(privilege, reach = new Reach());
                }

                Add(reach, role, depth, principal, teams);
            }
        }

        foreach (var reach in reaches.Values.Where(r => r.BusinessUnits.Count > 0 && units.AreAll(r.BusinessUnits)))
        {
            reach.Everything = true;
        }

        return reaches;
    }

    private void Add(Reach reach, Role role, AccessDepth depth, Guid principal, IReadOnlyList<Guid> teams)
    {
        var isOwn = role.Holder == principal;
        reach.Depth = depth > reach.Depth ? depth : reach.Depth;
        reach.OwnDepth = isOwn && depth >= (reach.OwnDepth ?? AccessDepth.Basic) ? depth : reach.OwnDepth;

        // Whoever has the privilege at all has it for his own rows and those of his teams; but for a basic privilege of a team
        // whose role gives "Team privileges only".
        if (isOwn || role.IsInherited || depth > AccessDepth.Basic)
        {
            reach.Owners.Add(principal);
            reach.Owners.UnionWith(teams);
        }
        else
        {
            reach.Owners.Add(role.Holder);
        }

        switch (depth)
        {
            case AccessDepth.Local:
                reach.BusinessUnits.Add(role.BusinessUnit);
                break;
            case AccessDepth.Deep:
                reach.BusinessUnits.UnionWith(units.Below(role.BusinessUnit));
                break;
            case AccessDepth.Global:
                reach.Everything = true;
                break;
        }
    }
}
