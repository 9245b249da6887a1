using System;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>
/// Keeps SQLite informed of how many rows share a value: without that it takes the index of a column that has the same value
/// everywhere (the program) for as good as the one that finds a single deal, and queries slow down as tables grow.
/// </summary>
internal sealed class Statistics(Database database, long version)
{
    private const long Least = 1000;
    private long _measuredAt = version;

    /// <summary>Called after a commit. Measures again when a quarter as many rows were written since as all time before.</summary>
    /// <param name="version">The row version reached.</param>
    public void Written(long version)
    {
        if (version - _measuredAt < Math.Max(Least, _measuredAt / 4))
        {
            return;
        }

        _measuredAt = version;
        try
        {
            database.Run("PRAGMA analysis_limit = 1000");
            database.Run("ANALYZE");
        }
        catch (SqliteException)
        {
            // What was written is committed; it is no reason to refuse it that there is no room for better plans.
        }
    }
}
