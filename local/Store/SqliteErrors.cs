using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>What SQLite's refusals mean.</summary>
internal static class SqliteErrors
{
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    public static bool IsUniqueViolation(SqliteException e) => e.SqliteExtendedErrorCode is ConstraintUnique or ConstraintPrimaryKey;

    /// <summary>The alternate key that was violated; null where it was the primary key.</summary>
    public static KeyMetadata? ViolatedKey(SqliteException e, TableMetadata table)
    {
        // "UNIQUE constraint failed: cov_partner.cov_code, cov_partner.cov_name"
        const string Marker = "failed: ";
        var start = e.Message.IndexOf(Marker, StringComparison.Ordinal);
        if (start < 0)
        {
            return null;
        }

        List<string> columns =
        [
            .. e.Message[(start + Marker.Length)..].TrimEnd('.', '\'', ' ').Split(',').Select(c => c.Trim().Split('.')[^1]),
        ];
        return table.Keys.FirstOrDefault(k => k.Columns.SequenceEqual(columns, StringComparer.Ordinal));
    }
}
