using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Security;

/// <summary>The rows of a table that a user may read, as a condition in SQL: by owner, by business unit, by share.</summary>
internal sealed class ReadFilter(Shares shares)
{
    /// <summary>Writes <c>(...)</c>.</summary>
    public void Write(SqlText sql, TableMetadata table, string alias, Principal user, Reach reach)
    {
        sql.Add("(");
        WriteIn(sql, $"{alias}.\"{RowPlace.OwnerColumn(table)}\"", reach.Owners);
        if (reach.BusinessUnits.Count > 0)
        {
            sql.Add(" OR ");
            WriteIn(sql, $"{alias}.\"{RowPlace.BusinessUnitColumn(table)}\"", reach.BusinessUnits);
        }

        if (table.Ownership == TableOwnership.User && shares.AnyOf(table))
        {
            var name = "poa_" + alias;
            sql.Add($" OR EXISTS (SELECT 1 FROM {Shares.Table} AS {name} WHERE {name}.objectid = {alias}.\"{table.PrimaryId.Name}\" AND ");
            WriteIn(sql, name + ".principalid", user.Names);
            sql.Add($" AND ((coalesce({name}.accessrightsmask, 0) | coalesce({name}.inheritedaccessrightsmask, 0)) & 1) = 1)");
        }

        sql.Add(")");
    }

    /// <summary>Writes <c> AND EXISTS (...)</c>: the row that this one is part of may be read.</summary>
    public void WriteWhole(SqlText sql, RelationMetadata relation, TableMetadata whole, string alias, Principal user, Reach reach)
    {
        var name = "whole_" + alias;
        sql.Add($" AND EXISTS (SELECT 1 FROM \"{whole.Name}\" AS {name} WHERE {name}.\"{whole.PrimaryId.Name}\" = {alias}.\"{relation.ChildColumn}\" AND ");
        Write(sql, whole, name, user, reach);
        sql.Add(")");
    }

    private static void WriteIn(SqlText sql, string column, IEnumerable<Guid> ids)
    {
        sql.Add(column).Add(" IN (");
        var first = true;
        foreach (var id in ids.Order())
        {
            sql.Add(first ? string.Empty : ", ").Parameter(Cells.ToBytes(id));
            first = false;
        }

        sql.Add(")");
    }
}
