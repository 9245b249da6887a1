using System;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>The SQL function <c>exact_sum</c>: the sum of decimal columns, without the floating point of SQLite's own.</summary>
internal static class ExactSum
{
    public static void Register(SqliteConnection connection) =>
        connection.CreateAggregate<byte[]?, Int128?, byte[]?>(
            "exact_sum",
            null,
            (sum, value) => value is null ? sum : (sum ?? 0) + ExactDecimal.ToUnits(value),
            sum => sum is { } total ? ExactDecimal.ToBytes(total) : null,
            isDeterministic: true);
}
