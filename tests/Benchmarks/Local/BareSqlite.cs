using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Benchmarks.Local;

/// <summary>
/// The rival: SQLite alone with the same columns, key and index, written by one prepared statement and read column by column. It knows
/// no types, rules, owners, versions, steps or formatted values.
/// </summary>
internal sealed class BareSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;

    public BareSqlite(string path)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        _connection.Open();
        Run("PRAGMA journal_mode = WAL");
        Run("PRAGMA synchronous = NORMAL");
        Run("PRAGMA cache_size = -65536");
        Run("CREATE TABLE IF NOT EXISTS bare (id BLOB PRIMARY KEY, name TEXT, code TEXT, number INTEGER, amount REAL, kind INTEGER, day TEXT, account BLOB) WITHOUT ROWID");
        Run("CREATE UNIQUE INDEX IF NOT EXISTS bare_code ON bare (code)");
        Run("CREATE INDEX IF NOT EXISTS bare_account ON bare (account)");
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO bare VALUES ($0, $1, $2, $3, $4, $5, $6, $7)";
        for (var i = 0; i < 8; i++)
        {
            _insert.Parameters.Add(new SqliteParameter(string.Create(CultureInfo.InvariantCulture, $"${i}"), null));
        }
    }

    public void Insert(int number, IReadOnlyList<Guid> accounts)
    {
        var p = _insert.Parameters;
        p[0].Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
        p[1].Value = RowSource.Name(number);
        p[2].Value = RowSource.Code(number);
        p[3].Value = number;
        p[4].Value = (double)RowSource.Amount(number);
        p[5].Value = RowSource.Kind(number);
        p[6].Value = RowSource.Day(number);
        p[7].Value = Account(number % accounts.Count, accounts);
        _insert.ExecuteNonQuery();
    }

    public static byte[] Account(int index, IReadOnlyList<Guid> accounts) => accounts[index].ToByteArray(bigEndian: true);

    public void Transaction(Action work)
    {
        Run("BEGIN IMMEDIATE");
        work();
        Run("COMMIT");
    }

    /// <summary>Reads every column of every row of the answer.</summary>
    public int Read(string sql, object? parameter = null)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        if (parameter is not null)
        {
            command.Parameters.AddWithValue("$0", parameter);
        }

        using var reader = command.ExecuteReader();
        var rows = 0;
        while (reader.Read())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                reader.GetValue(i);
            }
        }

        return rows;
    }

    public void Run(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose()
    {
        _insert.Dispose();
        _connection.Dispose();
    }
}
