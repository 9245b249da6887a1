using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security.Messages;

/// <summary>The row, the principal and the rights of a request about sharing.</summary>
internal sealed record SharedRow(TableMetadata Table, Guid Row, string PrincipalTable, Guid Principal, AccessRight Rights)
{
    /// <summary>What can be shared; a row that exists can't be created.</summary>
    private const AccessRight Shareable =
        AccessRight.Read | AccessRight.Write | AccessRight.Append | AccessRight.AppendTo | AccessRight.Delete | AccessRight.Assign | AccessRight.Share;

    /// <summary>Of a request that gives rights.</summary>
    public static SharedRow Of(Organization organization, OrganizationRequest request)
    {
        var access = request.Required<PrincipalAccess>("PrincipalAccess");
        return Of(organization, request, access.Principal, (AccessRight)access.AccessMask & Shareable);
    }

    /// <summary>Of a request that takes them.</summary>
    public static SharedRow OfRevoked(Organization organization, OrganizationRequest request) =>
        Of(organization, request, request.Required<EntityReference>("Revokee"), AccessRight.None);

    /// <summary>The caller may share the row, and shares no right that he does not have himself.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">He may not, or has not.</exception>
    public void Demand(AccessControl access, Caller caller)
    {
        access.Demand(caller, Table, AccessRight.Share, Row);
        foreach (var right in PrivilegeCatalog.RightsOf(Table))
        {
            if (Rights.HasFlag(right))
            {
                access.Demand(caller, Table, right, Row);
            }
        }
    }

    private static SharedRow Of(Organization organization, OrganizationRequest request, EntityReference? principal, AccessRight rights)
    {
        var target = request.Required<EntityReference>("Target");
        var table = organization.Table(target.LogicalName);
        if (!table.IsUserOwned)
        {
            throw Faults.Argument($"Rows of '{table.Name}' can't be shared: only rows of tables that users and teams own can.");
        }

        var row = organization.Writer.Keys.Resolve(table, target);
        if (!organization.Rows.Exists(table, row))
        {
            throw Faults.MissingRow(table.Name, row);
        }

        if (principal?.LogicalName is not ("systemuser" or "team"))
        {
            throw Faults.Argument($"A row is shared with a user or a team, not with '{principal?.LogicalName}'.");
        }

        _ = organization.Access.Principals.Find(principal.LogicalName, principal.Id) ?? throw Faults.MissingRow(principal.LogicalName, principal.Id);
        return new SharedRow(table, row, principal.LogicalName, principal.Id, rights);
    }
}
