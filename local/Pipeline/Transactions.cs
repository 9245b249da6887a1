using System;
using System.Globalization;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Pipeline;

/// <summary>One transaction for an outermost operation and everything below it.</summary>
internal sealed class Transactions(Database database, Counters counters)
{
    private bool _doomed;
    private int _nesting;

    /// <summary>What was read inside the transaction is no longer true.</summary>
    public event Action? RolledBack;

    public bool Active => database.InTransaction;

    /// <summary>Runs an outermost operation; commits, or undoes everything when it throws.</summary>
    public T Run<T>(Func<T> work)
    {
        if (Active)
        {
            return work();
        }

        (_doomed, _nesting) = (false, 0);
        database.Begin();
        try
        {
            var result = work();
            CheckUsable();
            counters.Save();
            database.Commit();
            return result;
        }
        catch
        {
            database.Rollback();
            RolledBack?.Invoke();
            throw;
        }
    }

    /// <summary>Runs an operation that a step of the running transaction asked for.</summary>
    /// <param name="work">The operation.</param>
    /// <param name="standsAlone">
    /// The operation can fail alone: so it is for what a system job asks for. What a synchronous step asks for dooms the whole
    /// transaction when it fails, even if the plug-in catches the fault.
    /// </param>
    public T RunNested<T>(Func<T> work, bool standsAlone)
    {
        CheckUsable();
        if (standsAlone)
        {
            return RunInSavepoint(work);
        }

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

    public void CheckUsable()
    {
        if (Active && _doomed)
        {
            throw Faults.NoTransaction();
        }
    }

    private T RunInSavepoint<T>(Func<T> work)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"level{_nesting++}");
        database.Run("SAVEPOINT " + name);
        try
        {
            var result = work();
            CheckUsable();
            database.Run("RELEASE " + name);
            return result;
        }
        catch
        {
            database.Run("ROLLBACK TO " + name);
            database.Run("RELEASE " + name);
            _doomed = false;
            RolledBack?.Invoke();
            throw;
        }
        finally
        {
            _nesting--;
        }
    }
}
