using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>
/// A prepared statement. Parameters are <c>@0</c>, <c>@1</c>, ... in order. Rows are read whole before control returns; no value is kept
/// after that. A statement for one use is disposed with it.
/// </summary>
internal sealed class Statement(SqliteConnection connection, string sql, bool once) : IDisposable
{
    private readonly SqliteCommand _command = Create(connection, sql);

    public int Run(params ReadOnlySpan<object?> values)
    {
        try
        {
            Bind(values);
            return _command.ExecuteNonQuery();
        }
        finally
        {
            Release(values.Length);
        }
    }

    /// <summary>The first column of the first row, null where there is no row or no value.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        try
        {
            Bind(values);
            return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
        }
        finally
        {
            Release(values.Length);
        }
    }

    /// <summary>Calls <paramref name="row"/> for each row; it must not run this statement again.</summary>
    public void Read(ReadOnlySpan<object?> values, Action<SqliteDataReader> row)
    {
        try
        {
            Bind(values);
            using var reader = _command.ExecuteReader();
            while (reader.Read())
            {
                row(reader);
            }
        }
        finally
        {
            Release(values.Length);
        }
    }

    public List<T> List<T>(ReadOnlySpan<object?> values, Func<SqliteDataReader, T> row)
    {
        var rows = new List<T>();
        Read(values, reader => rows.Add(row(reader)));
        return rows;
    }

    public void Dispose() => _command.Dispose();

    private static SqliteCommand Create(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names in the text are checked logical names; values are always parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private void Bind(ReadOnlySpan<object?> values)
    {
        var parameters = _command.Parameters;
        while (parameters.Count < values.Length)
        {
            parameters.Add(new SqliteParameter("@" + parameters.Count.ToString(CultureInfo.InvariantCulture), null));
        }

        for (var i = 0; i < values.Length; i++)
        {
            parameters[i].Value = values[i] ?? DBNull.Value;
        }
    }

    private void Release(int count)
    {
        if (once)
        {
            Dispose();
            return;
        }

        var parameters = _command.Parameters;
        for (var i = 0; i < count; i++)
        {
            parameters[i].Value = DBNull.Value;
        }
    }
}
