using System;
using System.Threading;

namespace CrmAddon.Local.Solutions;

/// <summary>
/// One import, publishing or removal at a time: the platform refuses a second one, so that its caller tries again.
/// <see href="https://learn.microsoft.com/troubleshoot/power-platform/dataverse/working-with-solutions/concurrent-solution-operation-failures"/>
/// </summary>
internal sealed class Customizing
{
    private readonly Lock _changing = new();
    private string? _running;
    private int _thread;
    private int _entries;

    /// <summary>Begins; dispose what comes back when it is over. Inside itself an operation may begin others.</summary>
    /// <exception cref="System.ServiceModel.FaultException{T}">Another thread is at it.</exception>
    public IDisposable Begin(string operation)
    {
        lock (_changing)
        {
            var thread = Environment.CurrentManagedThreadId;
            if (_running is not null && _thread != thread)
            {
                throw SolutionFaults.Busy(operation, _running);
            }

            (_running, _thread, _entries) = (_running ?? operation, thread, _entries + 1);
            return new Stay(this);
        }
    }

    private void End()
    {
        lock (_changing)
        {
            if (--_entries == 0)
            {
                _running = null;
            }
        }
    }

    private sealed class Stay(Customizing customizing) : IDisposable
    {
        public void Dispose() => customizing.End();
    }
}
