using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>A prepared statement. Parameters are <c>@0</c>, <c>@1</c>, ... in order. Rows are read whole before control returns.</summary>
internal sealed class Statement(SqliteConnection connection, string sql) : IDisposable
{
    private readonly SqliteCommand _command = Create(connection, sql);

    public int Run(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteNonQuery();
    }

    /// <summary>The first column of the first row, null where there is no row or no value.</summary>
    public object? Value(params ReadOnlySpan<object?> values)
    {
        Bind(values);
        return _command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>Calls <paramref name="row"/> for each row; it must not run this statement again.</summary>
    public void Read(ReadOnlySpan<object?> values, Action<SqliteDataReader> row)
    {
        Bind(values);
        using var reader = _command.ExecuteReader();
        while (reader.Read())
        {
            row(reader);
        }
    }

    public List<T> List<T>(ReadOnlySpan<object?> values, Func<SqliteDataReader, T> row)
    {
        Bind(values);
        var rows = new List<T>();
        using var reader = _command.ExecuteReader();
        while (reader.Read())
        {
            rows.Add(row(reader));
        }

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
}
