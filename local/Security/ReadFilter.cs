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
    public void Write(SqlText sql, ResolvedSource source, Principal user, Reach reach)
    {
        var table = source.Table;
        sql.Add(" AND (");
        WriteIn(sql, $"{source.SqlName}.\"{RowPlace.OwnerColumn(table)}\"", reach.Owners);
        if (reach.BusinessUnits.Count > 0)
        {
            sql.Add(" OR ");
            WriteIn(sql, $"{source.SqlName}.\"{RowPlace.BusinessUnitColumn(table)}\"", reach.BusinessUnits);
        }

        if (table.Ownership == TableOwnership.User && shares.AnyOf(table))
        {
            var name = "poa_" + source.SqlName;
            sql.Add($" OR EXISTS (SELECT 1 FROM {Shares.Table} AS {name} WHERE {name}.objectid = {source.SqlName}.\"{table.PrimaryId.Name}\" AND ");
            WriteIn(sql, name + ".principalid", user.Names);
            sql.Add($" AND ((coalesce({name}.accessrightsmask, 0) | coalesce({name}.inheritedaccessrightsmask, 0)) & 1) = 1)");
        }

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
