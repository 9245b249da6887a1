using System.Collections.Generic;

namespace CrmAddon.Local.Query.Paging;

/// <summary>Writes "behind this row" as a condition on the keys of the order. No value comes before any value.</summary>
internal static class KeysetSql
{
    public static void Write(SqlText sql, IReadOnlyList<SortKey> keys, IReadOnlyList<object?> last)
    {
        // A bound on the first key alone, which an index can give, says less than the whole but is cheap to find.
        if (last[0] is { } value && (!keys[0].Descending || keys[0].HasValue))
        {
            sql.Add(keys[0].Sql).Add(keys[0].Descending ? " <= " : " >= ").Parameter(value).Add(" AND ");
        }

        Write(sql, keys, last, 0);
    }

    private static void Write(SqlText sql, IReadOnlyList<SortKey> keys, IReadOnlyList<object?> last, int i)
    {
        var (key, value, isLast) = (keys[i], last[i], i == keys.Count - 1);
        sql.Add("(");
        if (value is null)
        {
            sql.Add(key.Descending ? "0" : $"{key.Sql} IS NOT NULL");
        }
        else
        {
            sql.Add(key.Sql).Add(key.Descending ? " < " : " > ").Parameter(value);
            if (key.Descending && !key.HasValue)
            {
                sql.Add($" OR {key.Sql} IS NULL");
            }
        }

        if (!isLast)
        {
            sql.Add(" OR (").Add(key.Sql).Add(" IS ").Parameter(value).Add(" AND ");
            Write(sql, keys, last, i + 1);
            sql.Add(")");
        }

        sql.Add(")");
    }
}
