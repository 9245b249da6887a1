using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Pipeline;

/// <summary>One transaction for an outermost operation and everything below it.</summary>
internal sealed class Transactions(Database database, Counters counters)
{
    private readonly Statistics _statistics = new(database, counters.Version);
    private bool _doomed;

    /// <summary>What was read inside the transaction is no longer true.</summary>
    public event Action? RolledBack;

    /// <summary>An outermost operation is done and about to be committed: what follows from all of it. Whatever throws undoes it.</summary>
    public event Action? Committing;

    /// <summary>What was written is there to stay.</summary>
    public event Action? Committed;

    public bool Active => database.InTransaction;

    /// <summary>
    /// Runs an outermost operation; commits, or undoes everything when it throws. Inside a transaction it joins that one. What the
    /// file refuses, also at the commit, is the fault that every caller knows.
    /// </summary>
    public T Run<T>(Func<T> work)
    {
        if (Active)
        {
            return work();
        }

        try
        {
            return RunOutermost(work);
        }
        catch (SqliteException e)
        {
            throw Faults.Storage(SqliteErrors.Explain(e, database.Path));
        }
    }

    /// <summary>
    /// Runs an operation that a step of the running transaction asked for. When it fails the whole transaction is doomed, even if
    /// the step catches the fault: that is what the platform does, and why ignoring a fault helps nobody.
    /// </summary>
    public T RunNested<T>(Func<T> work)
    {
        CheckUsable();
        try
        {
            return work();
        }
        catch
        {
            _doomed = true;
            throw;
        }
    }

    /// <summary>Called when a step inside the transaction returned: it must not have gone on after a failed write.</summary>
    public void CheckNothingIgnored()
    {
        if (Active && _doomed)
        {
            throw Faults.IgnoredFault();
        }
    }

    public void CheckUsable()
    {
        if (Active && _doomed)
        {
            throw Faults.NoTransaction();
        }
    }

    private T RunOutermost<T>(Func<T> work)
    {
        _doomed = false;
        database.Begin();
        T result;
        try
        {
            result = work();
            CheckUsable();
            Committing?.Invoke();
            counters.Save();
            database.Commit();
            counters.Saved();
        }
        catch
        {
            database.Rollback();
            counters.Undone();
            RolledBack?.Invoke();
            throw;
        }

        Committed?.Invoke();
        _statistics.Written(counters.Version);
        return result;
    }
}
