using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>What follows from a row's owner: the business unit of the row is the owner's, and user or team are named apart.</summary>
internal static class Owners
{
    /// <exception cref="System.ServiceModel.FaultException{T}">Whoever is to own the row can't: an access team, or without the privilege to read such rows.</exception>
    public static void Complete(Organization organization, TableMetadata table, Entity target, Caller caller)
    {
        if (!table.IsUserOwned || target.GetAttributeValue<EntityReference>("ownerid") is not { } owner)
        {
            return;
        }

        var unit = organization.Ids.BusinessUnit;
        var isTeam = owner.LogicalName == "team";
        if (owner.Id != organization.Ids.SystemUser && organization.Access.Principals.Find(isTeam ? "team" : "systemuser", owner.Id) is { } principal)
        {
            unit = principal.BusinessUnit;
            Check(organization, table, target, principal, caller);
        }

        Set(table, target, "owningbusinessunit", new EntityReference("businessunit", unit));
        Set(table, target, "owninguser", isTeam ? null : new EntityReference("systemuser", owner.Id));
        Set(table, target, "owningteam", isTeam ? new EntityReference("team", owner.Id) : null);
    }

    private static void Check(Organization organization, TableMetadata table, Entity target, Principal owner, Caller caller)
    {
        if (owner.Id == caller.UserId || !organization.Options.Rules.Security)
        {
            return;
        }

        if (owner.IsAccessTeam)
        {
            throw SecurityFaults.AccessTeamOwns(owner);
        }

        if (!owner.IsFree && organization.Access.Privileges.Find(table, AccessRight.Read) is { } read && owner.Find(read) is null
            && RowPlace.Read(organization.Database, table, target.Id)?.Owner != owner.Id)
        {
            throw SecurityFaults.Missing(owner, read, table);
        }
    }

    private static void Set(TableMetadata table, Entity target, string column, EntityReference? value)
    {
        if (table.Has(column))
        {
            target[column] = value;
        }
    }
}
