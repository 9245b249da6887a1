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

    /// <summary>What happened to the file and what to do, for whoever runs the program.</summary>
    public static string Explain(SqliteException e, string path) => e.SqliteErrorCode switch
    {
        5 or 6 => $"{path}: another program has the database open. Close it, or use another database file.",
        8 => $"{path}: the database is read-only. Allow this user to write the file and its folder.",
        10 => $"{path}: reading or writing the database failed ({e.Message}). Check the disk and the rights on file and folder; what was not committed is undone.",
        11 => $"{path}: the database is damaged ({e.Message}). Put a copy of it back, or use a new database file.",
        13 => $"{path}: the disk is full. Make room and repeat the request; what was not committed is undone.",
        14 => $"{path}: the database can't be opened. Check that the folder exists and that this user may write in it.",
        26 => $"{path}: the file is no database (or is damaged from its first bytes). Name another file, or remove this one.",
        _ => $"{path}: {e.Message}",
    };

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
