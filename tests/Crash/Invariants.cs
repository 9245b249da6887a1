using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Query.Text;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Crash;

/// <summary>What must hold of the file after a kill, asked of SQLite itself, beside the code that wrote it.</summary>
internal static class Invariants
{
    private static readonly (string What, string Sql)[] Always =
    [
        ("a box has other items than it counts", "SELECT count(*) FROM crash_box b WHERE crash_items <> (SELECT count(*) FROM crash_item i WHERE i.crash_boxid = b.crash_boxid)"),
        ("an item has no box", "SELECT count(*) FROM crash_item i WHERE NOT EXISTS (SELECT 1 FROM crash_box b WHERE b.crash_boxid = i.crash_boxid)"),
        ("a refused box is there", "SELECT count(*) FROM crash_box WHERE crash_name = 'bad'"),
        ("a deleted box is there", "SELECT count(*) FROM crash_box WHERE crash_boxid IN (SELECT crash_goneid FROM crash_gone)"),
        ("balance is lost or made", $"SELECT abs((SELECT coalesce(sum(crash_balance), 0) FROM crash_box) + (SELECT coalesce(sum(crash_balance), 0) FROM crash_gone) - {Load.Balance} * ((SELECT count(*) FROM crash_box) + (SELECT count(*) FROM crash_gone)))"),
        ("a number was given twice", "SELECT count(*) - count(DISTINCT n) FROM (SELECT crash_number n FROM crash_box UNION ALL SELECT crash_number FROM crash_gone)"),
        ("a box has no number", "SELECT count(*) FROM crash_box WHERE crash_number IS NULL"),
        ("a box has no job, or two", "SELECT count(*) FROM (SELECT crash_boxid id FROM crash_box UNION ALL SELECT crash_goneid FROM crash_gone) b WHERE 1 <> (SELECT count(*) FROM asyncoperation a WHERE a.regardingobjectid = b.id)"),
        ("a job has no box", "SELECT count(*) FROM asyncoperation a WHERE NOT EXISTS (SELECT 1 FROM crash_box WHERE crash_boxid = a.regardingobjectid) AND NOT EXISTS (SELECT 1 FROM crash_gone WHERE crash_goneid = a.regardingobjectid)"),
        ("a job's state and status differ", "SELECT count(*) FROM asyncoperation WHERE NOT ((statecode = 0 AND statuscode = 0) OR (statecode = 1 AND statuscode = 10) OR (statecode = 2 AND statuscode = 20) OR (statecode = 3 AND statuscode = 30))"),
        ("a job is done, but its work is not", "SELECT count(*) FROM asyncoperation a WHERE statecode = 3 AND NOT EXISTS (SELECT 1 FROM crash_mark m WHERE m.crash_name = lower(substr(hex(a.regardingobjectid), 1, 8) || '-' || substr(hex(a.regardingobjectid), 9, 4) || '-' || substr(hex(a.regardingobjectid), 13, 4) || '-' || substr(hex(a.regardingobjectid), 17, 4) || '-' || substr(hex(a.regardingobjectid), 21)))"),
        ("a row version was given twice", $"SELECT count(*) - count(DISTINCT v) FROM ({Versions})"),
        ("a row version is higher than the counter", $"SELECT max(0, coalesce(max(v), 0) - (SELECT value FROM _counter WHERE name = 'rowversion')) FROM ({Versions})"),
    ];

    private const string Versions =
        "SELECT versionnumber v FROM crash_box UNION ALL SELECT versionnumber FROM crash_item UNION ALL SELECT versionnumber FROM crash_gone UNION ALL SELECT versionnumber FROM crash_mark UNION ALL SELECT versionnumber FROM asyncoperation";

    /// <summary>What is wrong with a file, closed by a kill or in order.</summary>
    public static List<string> Broken(string database)
    {
        using var connection = Open(database);
        List<string> broken = [];
        if (Value(connection, "PRAGMA integrity_check") is not "ok" and var problem)
        {
            broken.Add($"integrity_check: {problem}");
        }

        broken.AddRange(Always.Select(a => (a.What, Number: Count(connection, a.Sql))).Where(a => a.Number != 0).Select(a => $"{a.What} ({a.Number})"));
        return broken;
    }

    /// <summary>What the child said it had stored and is not there.</summary>
    public static List<string> Lost(string database, IEnumerable<string> said)
    {
        using var connection = Open(database);
        var boxes = Ids(connection, "SELECT hex(crash_boxid) FROM crash_box");
        var gone = Ids(connection, "SELECT hex(crash_goneid) FROM crash_gone");
        List<string> lost = [];
        foreach (var line in said.Where(l => l != "ready"))
        {
            var id = line[2..].Replace("-", string.Empty, StringComparison.Ordinal).ToUpperInvariant();
            if (line[0] == '+' ? !boxes.Contains(id) && !gone.Contains(id) : boxes.Contains(id) || !gone.Contains(id))
            {
                lost.Add($"'{line}' was said, but is not so");
            }
        }

        return lost;
    }

    /// <summary>Jobs that did not come to an end although all were run.</summary>
    public static long OpenJobs(string database)
    {
        using var connection = Open(database);
        return Count(connection, "SELECT count(*) FROM asyncoperation WHERE statecode <> 3 OR statuscode <> 30");
    }

    public static long Boxes(string database)
    {
        using var connection = Open(database);
        return Count(connection, "SELECT (SELECT count(*) FROM crash_box) + (SELECT count(*) FROM crash_gone)");
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        TextCollation.Register(connection); // what text is ordered by in the file's indexes
        return connection;
    }

    private static HashSet<string> Ids(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        using var reader = command.ExecuteReader();
        HashSet<string> ids = [];
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    private static object? Value(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    private static long Count(SqliteConnection connection, string sql) => Convert.ToInt64(Value(connection, sql), CultureInfo.InvariantCulture);

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // The queries are constants of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
