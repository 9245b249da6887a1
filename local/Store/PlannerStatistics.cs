namespace CrmAddon.Local.Store;

/// <summary>
/// Keeps SQLite's planner informed of how selective the indexes are. Without statistics it takes any equality for as good as another:
/// of a deal's rows in a program it would look through the program's. They are gathered after the first hundred transactions and
/// again each time there were four times as many; a sample of each index is enough, so it takes milliseconds.
/// </summary>
internal sealed class PlannerStatistics(Database database)
{
    private long _transactions;
    private long _next = 100;

    /// <summary>Counts a transaction that was committed.</summary>
    public void Count()
    {
        if (++_transactions < _next)
        {
            return;
        }

        _next *= 4;
        database.Run("PRAGMA analysis_limit = 400");
        database.Run("ANALYZE");
    }
}
