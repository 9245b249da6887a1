using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Store;

/// <summary>
/// Which columns have an index: what keys, lookups and the usual views need. More would cost on each write.
/// </summary>
internal static class Indexes
{
    private const string CreatedOn = "createdon";

    /// <summary>The columns of each index of a table that is no key.</summary>
    public static IEnumerable<string> Of(TableMetadata table)
    {
        foreach (var column in table.Columns)
        {
            if ((column.Type == ColumnType.Lookup && !IsEverywhere(column)) || IsSecondOfPair(table, column))
            {
                yield return column.Name;
            }
        }

        // What a user may read is decided by these two: without them every list of his own rows reads the whole table.
        if (table.IsUserOwned)
        {
            yield return "ownerid";
            yield return "owningbusinessunit";
        }

        // Rows come in the order of this one, so that it costs next to nothing; lists are mostly ordered by it.
        if (table.Has(CreatedOn) && !table.IsIntersect)
        {
            yield return CreatedOn;
        }

        if (table.Name == "asyncoperation")
        {
            yield return "statecode";
        }
    }

    /// <summary>Whether an index finds rows by this column.</summary>
    public static bool IsFirst(TableMetadata table, string column) =>
        table.PrimaryId.Name == column
        || table.Keys.Any(k => k.Columns[0] == column)
        || Of(table).Contains(column, StringComparer.Ordinal);

    private static bool IsSecondOfPair(TableMetadata table, ColumnMetadata column) =>
        table.IsIntersect && column.Type == ColumnType.Guid && !table.Keys.Any(k => k.Columns[0] == column.Name);

    // Every row has the same few values here: an index would find nothing.
    private static bool IsEverywhere(ColumnMetadata lookup) =>
        lookup.IsPlatformOwned || lookup.Name is "ownerid" or "transactioncurrencyid" or "createdonbehalfby" or "modifiedonbehalfby";
}
