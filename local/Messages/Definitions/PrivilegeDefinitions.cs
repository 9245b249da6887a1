using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Security;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmAddon.Local.Messages.Definitions;

/// <summary>The privileges on a table as the SDK has them.</summary>
internal static class PrivilegeDefinitions
{
    public static SecurityPrivilegeMetadata[] Of(TableMetadata table, PrivilegeCatalog privileges)
    {
        var all = new List<SecurityPrivilegeMetadata>();
        foreach (var right in PrivilegeCatalog.RightsOf(table))
        {
            if (privileges.Find(table, right) is { } privilege)
            {
                all.Add(new SecurityPrivilegeMetadata()
                    .Set("Name", privilege.Name)
                    .Set("PrivilegeId", privilege.Id)
                    .Set("PrivilegeType", Enum.Parse<PrivilegeType>(right.ToString()))
                    .Set("CanBeBasic", table.IsUserOwned)
                    .Set("CanBeLocal", table.Ownership != TableOwnership.Organization)
                    .Set("CanBeDeep", table.Ownership != TableOwnership.Organization)
                    .Set("CanBeGlobal", true));
            }
        }

        return [.. all];
    }
}
