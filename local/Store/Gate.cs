using System;
using System.Collections.Generic;
using System.Threading;

namespace CrmAddon.Local.Store;

/// <summary>
/// One operation at a time, in the order in which they came; the thread that is inside may enter again. The runtime's own lock lets
/// whoever is running take it once more: with several clients some wait for seconds, and all together do half as much.
/// </summary>
internal sealed class Gate
{
    private const int Nobody = 0;
    private const int Handed = -1; // to the one who has waited longest, and has not noticed yet

    private readonly Lock _changing = new();
    private readonly Queue<SemaphoreSlim> _waiting = [];
    private int _thread;
    private int _entries;

    /// <summary>Threads that wait for their turn.</summary>
    public int Waiting
    {
        get
        {
            lock (_changing)
            {
                return _waiting.Count;
            }
        }
    }

    /// <summary>Waits for the caller's turn; dispose what comes back to leave.</summary>
    public Stay Enter()
    {
        var thread = Environment.CurrentManagedThreadId;
        if (Volatile.Read(ref _thread) == thread)
        {
            _entries++;
            return new Stay(this);
        }

        if (TurnToWaitFor(thread) is { } turn)
        {
            turn.Wait();
            Volatile.Write(ref _thread, thread);
        }

        _entries = 1;
        return new Stay(this);
    }

    /// <summary>Null where nobody is inside, and the thread is now.</summary>
    private SemaphoreSlim? TurnToWaitFor(int thread)
    {
        lock (_changing)
        {
            if (_thread == Nobody)
            {
                _thread = thread;
                return null;
            }

            var turn = new SemaphoreSlim(0);
            _waiting.Enqueue(turn);
            return turn;
        }
    }

    private void Leave()
    {
        if (--_entries > 0)
        {
            return;
        }

        lock (_changing)
        {
            if (_waiting.TryDequeue(out var next))
            {
                _thread = Handed;
                next.Release();
            }
            else
            {
                _thread = Nobody;
            }
        }
    }

    /// <summary>Being inside.</summary>
    public readonly ref struct Stay(Gate gate)
    {
        public void Dispose() => gate.Leave();
    }
}
