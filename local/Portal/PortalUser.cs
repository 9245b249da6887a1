using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query;
using CrmAddon.Local.Security;

namespace CrmAddon.Local.Portal;

/// <summary>
/// A visitor of the portal: his contact and account, the permissions of his web roles, and the columns that the site opens. Rights of
/// several permissions add up.
/// <see href="https://learn.microsoft.com/power-pages/security/table-permissions">Table permissions</see>
/// </summary>
internal sealed class PortalUser
{
    private readonly Organization _organization;
    private readonly ScopeSql _scopes;
    private readonly SiteSettings _settings;

    public PortalUser(Organization organization, Guid? contact)
    {
        _organization = organization;
        var table = organization.Table("contact");
        var row = contact is { } id
            ? organization.Rows.Read(table, id, [table["parentcustomerid"]]) ?? throw Faults.MissingRow("contact", id)
            : null;
        Contact = contact;
        Account = row?.GetAttributeValue<Microsoft.Xrm.Sdk.EntityReference>("parentcustomerid") is { LogicalName: "account" } account ? account.Id : null;
        Permissions = PermissionReader.Read(organization.Database, Contact, Account);
        _settings = new SiteSettings(organization.Database);
        _scopes = new ScopeSql(organization, this);
    }

    /// <summary>The contact who is signed in; null for an anonymous visitor.</summary>
    public Guid? Contact { get; }

    /// <summary>The contact's account.</summary>
    public Guid? Account { get; }

    public IReadOnlyList<TablePermission> Permissions { get; }

    /// <exception cref="PortalException">The site does not open the table.</exception>
    public void DemandEnabled(TableMetadata table)
    {
        if (table.Name.StartsWith("adx_", StringComparison.Ordinal))
        {
            throw PortalException.Configuration(table.Name);
        }

        if (!_settings.IsEnabled(table.Name))
        {
            throw PortalException.NotEnabled(table.EntitySetName);
        }
    }

    /// <exception cref="PortalException">The site does not open the column.</exception>
    public void DemandColumn(TableMetadata table, string column)
    {
        if (column != table.PrimaryId.Name && !_settings.Fields(table.Name).Contains(column))
        {
            throw table.FindAny(column) is null ? PortalException.NoColumn(column, table.Name) : PortalException.Column(column, table.Name);
        }
    }

    public ColumnAccess Columns(TableMetadata table) => table.IsIntersect ? ColumnAccess.Free : new PortalColumns(this, table);

    /// <summary>Whether any permission gives the right on any row.</summary>
    public bool Has(TableMetadata table, AccessRight right) => Of(table, right).Any();

    /// <summary>Whether a permission gives the right on this row.</summary>
    public bool Has(TableMetadata table, AccessRight right, Guid row)
    {
        List<TablePermission> permissions = [.. Of(table, right)];
        if (permissions.Count == 0)
        {
            return false;
        }

        var sql = new SqlText();
        sql.Add($"SELECT 1 FROM \"{table.Name}\" AS t WHERE t.\"{table.PrimaryId.Name}\" = ").Parameter(Store.Cells.ToBytes(row)).Add(" AND ");
        _scopes.Write(sql, table, "t", permissions);
        return _organization.Database.Prepare(sql.ToString()).Value([.. sql.Values]) is not null;
    }

    /// <summary>Writes <c> AND (...)</c> with the rows that the visitor may read.</summary>
    /// <exception cref="PortalException">The site does not open the table, or no permission gives the right to read.</exception>
    public void WriteReadFilter(SqlText sql, ResolvedSource source)
    {
        if (source.Table.IsIntersect)
        {
            return;
        }

        DemandEnabled(source.Table);
        List<TablePermission> permissions = [.. Of(source.Table, AccessRight.Read)];
        if (permissions.Count == 0)
        {
            throw PortalException.Read(source.Table.Name);
        }

        sql.Add(" AND ");
        _scopes.Write(sql, source.Table, source.SqlName, permissions);
    }

    private IEnumerable<TablePermission> Of(TableMetadata table, AccessRight right) =>
        Permissions.Where(p => p.Table == table.Name && p.Rights.HasFlag(right));
}
