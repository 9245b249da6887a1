using System;

namespace CrmAddon.Local;

/// <summary>
/// The platform's own limits, each of which can be switched off to see what a plug-in or client would do without it. The
/// defaults are the platform's, but for the limits on how much a client may ask for, which only get in the way of trials.
/// </summary>
public sealed record PlatformRules
{
    /// <summary>The rules as in the platform.</summary>
    public static PlatformRules Default { get; } = new();

    /// <summary>Privileges, owners, sharing and secured columns decide what a user sees and writes. The system user may do everything.</summary>
    public bool Security { get; init; } = true;

    /// <summary>
    /// How long one execution of a step may take in real time; checked at each call of its service and when it ends. Null: no limit.
    /// </summary>
    public TimeSpan? TimeLimit { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Synchronous steps may send no batch messages (ExecuteMultiple, ExecuteTransaction, CreateMultiple and its siblings).</summary>
    public bool NoBatchInSynchronousSteps { get; init; } = true;

    /// <summary>
    /// A plug-in that keeps something of one execution in the fields of its instance is refused: the platform uses one instance for
    /// all executions, several at the same time.
    /// </summary>
    public bool InstanceState { get; init; } = true;

    /// <summary>
    /// A step uses its organization service on its own thread only. Synchronous steps are held to it even without this rule: here an
    /// operation belongs to one thread.
    /// </summary>
    public bool NoParallelExecution { get; init; } = true;

    /// <summary>A message may carry at most so many bytes if a step is registered for it; null: any number. The platform's limit is 116.85 MB.</summary>
    public long? MessageSize { get; init; } = 122_526_105;

    /// <summary>Characters that are kept of what one execution writes to its tracing service (the last ones); null: all.</summary>
    public int? TraceLength { get; init; } = 10_240;

    /// <summary>An aggregate over more than 50,000 rows is refused.</summary>
    public bool AggregateLimit { get; init; } = true;

    /// <summary>Clients of the Web API meet 429 when they ask for too much. Off unless a trial asks for it.</summary>
    public bool ServiceProtection { get; init; }
}
