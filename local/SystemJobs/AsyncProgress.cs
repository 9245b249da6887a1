using System;

namespace CrmAddon.Local;

/// <summary>How far a run of the asynchronous service is.</summary>
/// <param name="Succeeded">Jobs that succeeded in this run.</param>
/// <param name="Failed">Jobs that failed or were cancelled for good in this run.</param>
/// <param name="Postponed">Attempts after which a job asked for another one.</param>
/// <param name="Job">Name of the last job, or of the one that is waited for.</param>
/// <param name="WaitsUntil">When the next attempt is due, in UTC, where the service is about to wait; else null.</param>
public sealed record AsyncProgress(int Succeeded, int Failed, int Postponed, string Job, DateTime? WaitsUntil)
{
    /// <summary>Jobs that came to an end in this run, failed ones included.</summary>
    public int Completed => Succeeded + Failed;
}
