using System;
using System.Collections.Generic;
using System.IO;
using CrmAddon.Local.Query.Dates;
using CrmAddon.Local.Query.Text;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>
/// The SQLite file: one connection that every operation shares under one gate, prepared statements kept for reuse, and one
/// transaction at a time. The file is held exclusively while it is open, so two programs can't give the same row version.
/// </summary>
internal sealed class Database : IDisposable
{
    // Lists of values make a text for each length: what is kept has an end, and long lists are not kept at all.
    private const int MostStatements = 1000;
    private const string ManyValues = "@100";

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);

    private bool _closed;

    private Database(SqliteConnection connection, string path)
    {
        _connection = connection;
        Path = path;
        ExactSum.Register(connection);
        TextCollation.Register(connection);
        LikeFunction.Register(connection);
        DateFunctions.Register(connection);
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Held for the whole of an outermost operation; the same thread may take it again.</summary>
    public Gate Gate { get; } = new();

    public bool InTransaction { get; private set; }

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="IOException">Another program has the file open, it is no database, or it can't be written; the message says what to do.</exception>
    public static Database Open(string path)
    {
        var full = System.IO.Path.GetFullPath(path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = full,
            Pooling = false,
            DefaultTimeout = 1,
        }.ToString());
        try
        {
            connection.Open();
            var database = new Database(connection, full);
            database.Run("PRAGMA locking_mode = EXCLUSIVE");
            database.Run("PRAGMA journal_mode = WAL");
            database.Run("PRAGMA synchronous = NORMAL");
            database.Run("PRAGMA foreign_keys = ON");
            database.Run("PRAGMA temp_store = MEMORY");
            database.Run("PRAGMA cache_size = -65536");
            database.Run("PRAGMA wal_autocheckpoint = 4000");
            return database;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new IOException(SqliteErrors.Explain(e, full), e);
        }
    }

    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public void CheckOpen() => ObjectDisposedException.ThrowIf(_closed, typeof(LocalDataverse));

    /// <summary>The statement of this text, prepared once; one with a long list of values is for one use.</summary>
    public Statement Prepare(string sql)
    {
        CheckOpen();
        if (!_statements.TryGetValue(sql, out var statement))
        {
            if (HasLongList(sql))
            {
                return new Statement(_connection, sql, once: true);
            }

            if (_statements.Count >= MostStatements)
            {
                Forget();
            }

            statement = new Statement(_connection, sql, once: false);
            _statements.Add(sql, statement);
        }

        return statement;
    }

    public int Run(string sql, params ReadOnlySpan<object?> values) => Prepare(sql).Run(values);

    public void Begin()
    {
        Run("BEGIN IMMEDIATE");
        InTransaction = true;
    }

    public void Commit()
    {
        Run("COMMIT");
        InTransaction = false;
    }

    public void Rollback()
    {
        InTransaction = false;
        try
        {
            Run("ROLLBACK");
        }
        catch (SqliteException)
        {
            // SQLite already rolled back by itself (disk full, I/O error): that error is on its way to the caller.
        }
    }

    public void Dispose()
    {
        _closed = true;
        Forget();
        _connection.Dispose();
    }

    // Wide rows are written with as many values, but by few texts.
    private static bool HasLongList(string sql) =>
        sql.Contains(ManyValues, StringComparison.Ordinal)
        && !sql.StartsWith("INSERT", StringComparison.Ordinal) && !sql.StartsWith("UPDATE", StringComparison.Ordinal);

    private void Forget()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _statements.Clear();
    }
}
