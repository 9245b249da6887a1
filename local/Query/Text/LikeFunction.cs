using System;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrmAddon.Local.Query.Text;

/// <summary>The SQL function <c>text_like(text, pattern)</c>: 1 or 0, and null where there is no text.</summary>
internal static class LikeFunction
{
    public static void Register(SqliteConnection connection)
    {
        var memory = new Memory();
        if (raw.sqlite3_create_function(connection.Handle!, "text_like", 2, raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC, null, (context, _, values) =>
        {
            if (raw.sqlite3_value_type(values[0]) == raw.SQLITE_NULL)
            {
                raw.sqlite3_result_null(context);
                return;
            }

            // Bytes first: a text value gives its UTF-8.
            raw.sqlite3_result_int(context, memory.Matches(raw.sqlite3_value_blob(values[0]), raw.sqlite3_value_blob(values[1])) ? 1 : 0);
        }) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException("SQLite refused the function text_like.");
        }
    }

    /// <summary>The pattern read last (a statement asks for one pattern row by row) and room for the signs of a text.</summary>
    private sealed class Memory
    {
        private byte[] _bytes = [];
        private LikePattern _pattern = LikePattern.Parse(string.Empty);
        private char[] _signs = new char[256];
        private ushort[] _weights = new ushort[512];

        public bool Matches(ReadOnlySpan<byte> text, ReadOnlySpan<byte> pattern)
        {
            if (!pattern.SequenceEqual(_bytes))
            {
                (_bytes, _pattern) = (pattern.ToArray(), LikePattern.Parse(Encoding.UTF8.GetString(pattern)));
            }

            if (text.Length > _signs.Length)
            {
                (_signs, _weights) = (new char[text.Length * 2], new ushort[text.Length * 4]);
            }

            var count = TextWeights.Write(_signs.AsSpan(0, Encoding.UTF8.GetChars(text, _signs)), _weights);
            return _pattern.Matches(_weights.AsSpan(0, count));
        }
    }
}
