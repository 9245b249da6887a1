using System;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Crm.Sdk.Messages;
using Granted = Microsoft.Crm.Sdk.Messages.RolePrivilege;

namespace CrmAddon.Local.Security.Messages;

/// <summary>Privileges as responses name them.</summary>
internal static class PrivilegeList
{
    public static Granted Make(PrivilegeCatalog catalog, Guid privilege, AccessDepth depth, Guid businessUnit) =>
        new((PrivilegeDepth)depth, privilege, businessUnit) { PrivilegeName = catalog.Find(privilege)?.Name };

    /// <summary>What a System Administrator has.</summary>
    public static Granted[] All(PrivilegeCatalog catalog, Guid businessUnit) =>
        [.. catalog.All.Select(p => Make(catalog, p.Id, AccessDepth.Global, businessUnit))];
}
