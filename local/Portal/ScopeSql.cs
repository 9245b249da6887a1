using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Portal;

/// <summary>The rows that permissions cover, as a condition in SQL.</summary>
internal sealed class ScopeSql(Organization organization, PortalUser user)
{
    // A chain of parents that comes back to itself covers nothing.
    private const int DeepestChain = 10;

    private int _names;

    public void Write(SqlText sql, TableMetadata table, string alias, IReadOnlyList<TablePermission> permissions) =>
        Write(sql, table, alias, permissions, 0);

    private void Write(SqlText sql, TableMetadata table, string alias, IReadOnlyList<TablePermission> permissions, int depth)
    {
        if (permissions.Any(p => p.Scope == PortalScope.Global))
        {
            sql.Add("1");
            return;
        }

        sql.Add("(");
        for (var i = 0; i < permissions.Count; i++)
        {
            sql.Add(i == 0 ? string.Empty : " OR ");
            WriteOne(sql, table, alias, permissions[i], depth);
        }

        sql.Add(")");
    }

    private void WriteOne(SqlText sql, TableMetadata table, string alias, TablePermission permission, int depth)
    {
        switch (permission.Scope)
        {
            case PortalScope.Self when user.Contact is { } contact && table.Name == "contact":
                sql.Add($"{alias}.contactid = ").Parameter(Cells.ToBytes(contact));
                break;
            case PortalScope.Contact when user.Contact is { } contact:
                WriteRelated(sql, table, alias, permission, organization.Table("contact"), (other, s) => s.Add($"{other}.contactid = ").Parameter(Cells.ToBytes(contact)));
                break;
            case PortalScope.Account when user.Account is { } account:
                WriteRelated(sql, table, alias, permission, organization.Table("account"), (other, s) => s.Add($"{other}.accountid = ").Parameter(Cells.ToBytes(account)));
                break;
            case PortalScope.Parent when depth < DeepestChain && user.Permissions.FirstOrDefault(p => p.Id == permission.Parent) is { } parent:
                var parentTable = organization.Table(parent.Table);
                WriteRelated(sql, table, alias, permission, parentTable, (other, s) => Write(s, parentTable, other, [parent], depth + 1));
                break;
            default:
                sql.Add("0");
                break;
        }
    }

    /// <summary>There is a row of the other table, related to this one, of which the condition holds.</summary>
    private void WriteRelated(
        SqlText sql, TableMetadata table, string alias, TablePermission permission, TableMetadata other, Action<string, SqlText> condition)
    {
        var relation = permission.Relation is { } name ? organization.Metadata.FindRelation(name) : null;
        var (o, x) = (Name(), Name());
        switch (relation)
        {
            case RelationMetadata r when r.ChildTable == table.Name && r.ParentTable == other.Name:
                sql.Add($"EXISTS (SELECT 1 FROM \"{other.Name}\" AS {o} WHERE {o}.\"{other.PrimaryId.Name}\" = {alias}.\"{r.ChildColumn}\"{Target(table, alias, r, other)} AND ");
                break;
            case RelationMetadata r when r.ParentTable == table.Name && r.ChildTable == other.Name:
                sql.Add($"EXISTS (SELECT 1 FROM \"{other.Name}\" AS {o} WHERE {o}.\"{r.ChildColumn}\" = {alias}.\"{table.PrimaryId.Name}\"{Target(other, o, r, table)} AND ");
                break;
            case ManyToManyMetadata m when Ends(m, table, other) is { } ends:
                sql.Add($"EXISTS (SELECT 1 FROM \"{m.IntersectTable}\" AS {x} JOIN \"{other.Name}\" AS {o} ON {o}.\"{other.PrimaryId.Name}\" = {x}.\"{ends.Other}\" "
                    + $"WHERE {x}.\"{ends.Own}\" = {alias}.\"{table.PrimaryId.Name}\" AND ");
                break;
            default:
                throw Faults.Argument(
                    $"Table permission {permission.Id} of '{table.Name}': the relationship '{permission.Relation}' does not lead to '{other.Name}'.");
        }

        condition(o, sql);
        sql.Add(")");
    }

    private static string Target(TableMetadata child, string alias, RelationMetadata relation, TableMetadata parent) =>
        child[relation.ChildColumn].IsPolymorphic ? $" AND {alias}.\"{Cells.TableColumn(child[relation.ChildColumn])}\" = '{parent.Name}'" : string.Empty;

    private static (string Own, string Other)? Ends(ManyToManyMetadata relation, TableMetadata table, TableMetadata other) =>
        relation.FirstTable == table.Name && relation.SecondTable == other.Name ? (relation.FirstColumn, relation.SecondColumn)
        : relation.SecondTable == table.Name && relation.FirstTable == other.Name ? (relation.SecondColumn, relation.FirstColumn)
        : null;

    private string Name() => string.Create(CultureInfo.InvariantCulture, $"p{_names++}");
}
