using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query;

namespace CrmAddon.Local.Security;

/// <summary>
/// Who may do what, in the platform's two steps: has any role the privilege, and does it, the owner or a share reach the row. The system
/// user and System Administrators are asked nothing and filtered by nothing.
/// <see href="https://learn.microsoft.com/power-platform/admin/how-record-access-determined">How access to a record is determined</see>
/// </summary>
internal sealed class AccessControl
{
    private readonly Organization _organization;
    private readonly ReadFilter _filter;

    public AccessControl(Organization organization)
    {
        _organization = organization;
        Principals = new Principals(organization);
        Shares = new Shares(organization);
        SecuredColumns = new SecuredColumns();
        Details = new Details(organization);
        Writes = new WriteChecks(organization, this);
        Pairing = new Pairing(organization, this);
        Sharing = new Sharing(organization, Shares);
        Changes = new SecurityChanges(organization, this);
        _filter = new ReadFilter(Shares);
        organization.Rows.Changed += (table, _) =>
        {
            Principals.Written(table);
            if (table == Shares.Table)
            {
                Shares.Written();
            }
        };
    }

    public PrivilegeCatalog Privileges => _organization.Definitions.Privileges;

    public Principals Principals { get; }

    public Shares Shares { get; }

    public Sharing Sharing { get; }

    public SecuredColumns SecuredColumns { get; }

    /// <summary>Rows that are part of other rows.</summary>
    public Details Details { get; }

    /// <summary>What creating, changing and deleting rows asks for.</summary>
    public WriteChecks Writes { get; }

    /// <summary>What relating rows of a many-to-many relation asks for.</summary>
    public Pairing Pairing { get; }

    /// <summary>What follows from changes of users, teams, business units and roles.</summary>
    public SecurityChanges Changes { get; }

    /// <summary>Whether nothing is asked of this caller.</summary>
    public bool IsFree(Caller caller) => !_organization.Options.Rules.Security || caller.UserId == _organization.Ids.SystemUser
        || Principals.User(caller.UserId).IsFree;

    /// <summary>Lets a caller in: he must exist, be enabled and have a role.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">He is no user, disabled, or without roles.</exception>
    public void Admit(Caller caller)
    {
        if (!_organization.Options.Rules.Security || caller.UserId == _organization.Ids.SystemUser)
        {
            return;
        }

        var user = Principals.User(caller.UserId);
        if (user.IsDisabled)
        {
            throw SecurityFaults.Disabled(user);
        }

        if (user.Roles.Count == 0)
        {
            throw SecurityFaults.NoRoles(user);
        }
    }

    /// <summary>Refuses a caller without a privilege that belongs to no table, such as prvAssignRole.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The privilege is missing.</exception>
    public void DemandPrivilege(Caller caller, string privilege)
    {
        if (!IsFree(caller))
        {
            var user = Principals.User(caller.UserId);
            var known = Privileges.Find(privilege) ?? throw new ArgumentException($"There is no privilege {privilege}.", nameof(privilege));
            _ = user.Find(known) ?? throw SecurityFaults.Missing(user, known, null);
        }
    }

    /// <summary>Refuses what the caller may not do with a table (no row) or one row of it.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">A privilege is missing, or the row is out of its reach.</exception>
    public void Demand(Caller caller, TableMetadata table, AccessRight right, Guid? row = null)
    {
        if (IsFree(caller))
        {
            return;
        }

        if (Details.WholeOf(table) is { } whole)
        {
            Demand(caller, _organization.Table(whole.ParentTable), Details.OnWhole(right), row is { } part ? Details.Whole(table, whole, part) : null);
            return;
        }

        if (Privileges.Find(table, right) is not { } privilege)
        {
            return;
        }

        var user = Principals.User(caller.UserId);
        var reach = user.Find(privilege) ?? throw SecurityFaults.Missing(user, privilege, table);
        if (row is not { } id || reach.Everything || table.Ownership is TableOwnership.Organization or TableOwnership.None)
        {
            return;
        }

        var place = RowPlace.Read(_organization.Database, table, id) ?? throw Faults.MissingRow(table.Name, id);
        if (!reach.Covers(place.Owner, place.BusinessUnit))
        {
            var shared = Shares.Of(table, id, user);
            if (!shared.HasFlag(right))
            {
                throw SecurityFaults.OutOfReach(user, table, right, id, place, reach, shared);
            }
        }
    }

    /// <summary>Refuses what the caller may not do with one of the rows.</summary>
    public void Demand(Caller caller, TableMetadata table, AccessRight right, IReadOnlyList<Guid> rows)
    {
        if (!IsFree(caller))
        {
            foreach (var row in rows)
            {
                Demand(caller, table, right, row);
            }
        }
    }

    /// <summary>
    /// Writes <c> AND (...)</c> with the rows of a query's table that the caller may read; nothing where he may read all of them.
    /// Belongs behind the ON of a join and behind the WHERE of the first table and of EXISTS.
    /// </summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">The caller may read no row of this table.</exception>
    public void WriteReadFilter(SqlText sql, ResolvedSource source, Caller caller)
    {
        if (caller.Portal is { } visitor)
        {
            visitor.WriteReadFilter(sql, source);
            return;
        }

        if (IsFree(caller))
        {
            return;
        }

        var whole = Details.WholeOf(source.Table);
        var table = whole is null ? source.Table : _organization.Table(whole.ParentTable);
        if (Privileges.Find(table, AccessRight.Read) is not { } privilege)
        {
            return;
        }

        var user = Principals.User(caller.UserId);
        var reach = user.Find(privilege) ?? throw SecurityFaults.Missing(user, privilege, table);
        if (reach.Everything || table.Ownership == TableOwnership.Organization)
        {
            return;
        }

        if (whole is null)
        {
            sql.Add(" AND ");
            _filter.Write(sql, table, source.SqlName, user, reach);
        }
        else
        {
            _filter.WriteWhole(sql, whole, table, source.SqlName, user, reach);
        }
    }

    /// <summary>What the caller may do with the secured columns of a table: what he can't read has no value for him.</summary>
    public ColumnAccess Columns(Caller caller, TableMetadata table) => caller.Portal is { } visitor
        ? visitor.Columns(table)
        : SecuredColumns.AnyOf(table) && !IsFree(caller) ? SecuredColumns.For(Principals.User(caller.UserId), table) : ColumnAccess.Free;

    /// <summary>Everything that a user or team may do with a row, whichever way it came.</summary>
    public AccessRight RightsOf(Principal principal, TableMetadata table, Guid row)
    {
        var place = table.Ownership is TableOwnership.None or TableOwnership.Organization
            ? default
            : RowPlace.Read(_organization.Database, table, row) ?? throw Faults.MissingRow(table.Name, row);
        if (Details.WholeOf(table) is { } whole)
        {
            return Details.Whole(table, whole, row) is { } id ? RightsOf(principal, _organization.Table(whole.ParentTable), id) : AccessRight.None;
        }

        var shared = table.Ownership == TableOwnership.User ? Shares.Of(table, row, principal) : AccessRight.None;
        var rights = AccessRight.None;
        foreach (var right in PrivilegeCatalog.RightsOf(table))
        {
            if (principal.IsFree || Privileges.Find(table, right) is not { } privilege || (principal.Find(privilege) is { } reach
                && (table.Ownership is TableOwnership.Organization or TableOwnership.None || reach.Covers(place.Owner, place.BusinessUnit) || shared.HasFlag(right))))
            {
                rights |= right;
            }
        }

        return rights;
    }
}
