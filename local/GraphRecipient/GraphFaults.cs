using System.Collections.Concurrent;

namespace CrmAddon.Local.GraphRecipient;

/// <summary>The faults that the next requests will meet, for tests of a client.</summary>
public sealed class GraphFaults
{
    private readonly ConcurrentDictionary<GraphOperation, ConcurrentQueue<GraphFault>> _queues = new();

    /// <summary>Lets the next request of an operation that has none waiting meet a fault; several wait in line.</summary>
    public void Next(GraphOperation operation, GraphFault fault) => _queues.GetOrAdd(operation, _ => new()).Enqueue(fault);

    internal GraphFault? Take(GraphOperation operation) =>
        _queues.TryGetValue(operation, out var queue) && queue.TryDequeue(out var fault) ? fault : null;
}
