using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Security;

/// <summary>What follows from a row's owner: the business unit of the row is the owner's, and user or team are named apart.</summary>
internal static class Owners
{
    public static void Complete(Organization organization, TableMetadata table, Entity target)
    {
        if (!table.IsUserOwned || target.GetAttributeValue<EntityReference>("ownerid") is not { } owner)
        {
            return;
        }

        var unit = owner.Id == organization.Ids.SystemUser
            ? organization.Ids.BusinessUnit
            : organization.Access.Principals.Find(owner.LogicalName == "team" ? "team" : "systemuser", owner.Id)?.BusinessUnit ?? organization.Ids.BusinessUnit;
        Set(table, target, "owningbusinessunit", new EntityReference("businessunit", unit));
        Set(table, target, "owninguser", owner.LogicalName == "team" ? null : new EntityReference("systemuser", owner.Id));
        Set(table, target, "owningteam", owner.LogicalName == "team" ? new EntityReference("team", owner.Id) : null);
    }

    private static void Set(TableMetadata table, Entity target, string column, EntityReference? value)
    {
        if (table.Has(column))
        {
            target[column] = value;
        }
    }
}
