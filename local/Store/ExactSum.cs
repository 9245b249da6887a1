using System;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>
/// The SQL functions <c>exact_sum</c> and <c>exact_average</c> of decimal columns, without the floating point of SQLite's own. An
/// average is cut to the digits that a decimal column can have; it serves to order by it.
/// </summary>
internal static class ExactSum
{
    public static void Register(SqliteConnection connection)
    {
        connection.CreateAggregate<byte[]?, Int128?, byte[]?>(
            "exact_sum",
            null,
            (sum, value) => value is null ? sum : (sum ?? 0) + ExactDecimal.ToUnits(value),
            sum => sum is { } total ? ExactDecimal.ToBytes(total) : null,
            isDeterministic: true);
        connection.CreateAggregate<byte[]?, (Int128 Sum, long Count), byte[]?>(
            "exact_average",
            default,
            (all, value) => value is null ? all : (all.Sum + ExactDecimal.ToUnits(value), all.Count + 1),
            all => all.Count == 0 ? null : ExactDecimal.ToBytes(all.Sum / all.Count),
            isDeterministic: true);
    }
}
