using System;
using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrmAddon.Local.Query.Text;

/// <summary>
/// The collation of text columns in SQLite. Spaces at the end count for nothing, as in SQL Server. ASCII is compared byte by byte
/// without making a string of it.
/// </summary>
internal static class TextCollation
{
    /// <summary>Name of the collation in the schema.</summary>
    public const string Name = "dataverse";

    private const int OnStack = 256;

    public static void Register(SqliteConnection connection)
    {
        if (raw.sqlite3__create_collation_utf8(connection.Handle!, Name, null, (_, left, right) => Compare(left, right)) != raw.SQLITE_OK)
        {
            throw new InvalidOperationException("SQLite refused the collation of text columns.");
        }
    }

    public static int Compare(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        left = left.TrimEnd((byte)' ');
        right = right.TrimEnd((byte)' ');
        var i = 0;
        for (; i < left.Length && i < right.Length; i++)
        {
            var (l, r) = (left[i], right[i]);
            if ((l | r) >= 128)
            {
                return CompareSlowly(left, right);
            }

            if (l != r && TextWeights.OfAscii(l) - TextWeights.OfAscii(r) is var difference and not 0)
            {
                return Ignorable(l) || Ignorable(r) ? CompareSlowly(left, right) : difference;
            }
        }

        // What is left of the longer one may count for nothing, or make one sign with what came before (an accent of its own).
        var rest = left.Length > i ? left[i..] : right[i..];
        return rest.Length == 0 ? 0
            : rest.IndexOfAnyExceptInRange((byte)' ', (byte)'~') >= 0 ? CompareSlowly(left, right)
            : left.Length - right.Length;
    }

    private static bool Ignorable(byte sign) => TextWeights.OfAscii(sign) == 0;

    private static int CompareSlowly(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        // A byte of UTF-8 gives at most two weights.
        var needed = (left.Length + right.Length) * 2;
        var rented = needed > OnStack ? ArrayPool<ushort>.Shared.Rent(needed) : null;
        var weights = rented ?? stackalloc ushort[OnStack];
        try
        {
            var one = Weigh(left, weights);
            var other = Weigh(right, weights[one..]);
            return weights[..one].SequenceCompareTo(weights.Slice(one, other));
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<ushort>.Shared.Return(rented);
            }
        }
    }

    private static int Weigh(ReadOnlySpan<byte> text, Span<ushort> weights)
    {
        var rented = text.Length > OnStack ? ArrayPool<char>.Shared.Rent(text.Length) : null;
        var signs = rented ?? stackalloc char[OnStack];
        try
        {
            var count = TextWeights.Write(signs[..Encoding.UTF8.GetChars(text, signs)], weights);
            while (count > 0 && weights[count - 1] == TextWeights.OfAscii((byte)' '))
            {
                count--;
            }

            return count;
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }
}
