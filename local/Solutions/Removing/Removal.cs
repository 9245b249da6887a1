using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Security;
using CrmAddon.Local.Solutions.Components;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Solutions.Removing;

/// <summary>
/// Removes what a layer had that no layer has any more: tables and columns with all that is in them, and rows of components. Part of the running
/// transaction, after the definitions were replaced.
/// </summary>
internal sealed class Removal(Organization organization)
{
    /// <param name="before">What was declared until now.</param>
    /// <param name="package">The layer that is gone.</param>
    public void Remove(SolutionMetadata before, Package package)
    {
        var layers = organization.Solutions;
        var still = new HashSet<(string, Guid)>(
            layers.Folders.Cast<SolutionTree>().Concat(layers.Packages.All.Select(p => p.Tree)).SelectMany(ComponentReader.Read).Select(c => (c.Table, c.Id)));
        foreach (var component in ComponentReader.Read(package.Tree).Reverse().Where(c => !still.Contains((c.Table, c.Id))))
        {
            layers.Rows.Remove(component.Table, component.Id);
        }

        var now = organization.Metadata;
        Delete("role", before.Roles.Select(r => r.Id).Except(now.Roles.Select(r => r.Id)), SecurityRows.RoleKind);
        Delete("fieldsecurityprofile", before.FieldSecurityProfiles.Select(p => p.Id).Except(now.FieldSecurityProfiles.Select(p => p.Id)), SecurityRows.ProfileKind);
        Delete("environmentvariabledefinition", Variables(before).Except(Variables(now)));
        new SchemaRemoval(organization.Database).Remove(before, now);
    }

    private static IEnumerable<Guid> Variables(SolutionMetadata metadata) =>
        metadata.EnvironmentVariables.Select(v => DefinitionIds.Of("variable:" + v.SchemaName.ToLowerInvariant()));

    private void Delete(string table, IEnumerable<Guid> ids, string? kind = null)
    {
        var system = new Caller(organization.Ids.SystemUser, organization.Ids.SystemUser, null);
        foreach (var id in ids.ToList())
        {
            if (kind is not null)
            {
                SecurityRows.Forget(organization.Database, kind, id);
            }

            if (organization.Rows.Exists(organization.Table(table), id))
            {
                organization.Writer.Delete(new EntityReference(table, id), system, new OrganizationRequest("Delete"));
            }
        }
    }
}
