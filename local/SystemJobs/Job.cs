using System;

namespace CrmAddon.Local.SystemJobs;

/// <summary>A system job as it is taken from the queue.</summary>
internal sealed record Job(Guid Id, string Name, Guid StepId, string Data, int RetryCount, DateTime? PostponeUntil);

/// <summary>States of a system job.</summary>
internal static class JobState
{
    public const int Ready = 0;
    public const int Suspended = 1;
    public const int Locked = 2;
    public const int Completed = 3;
}

/// <summary>Status reasons of a system job.</summary>
internal static class JobStatus
{
    public const int WaitingForResources = 0;
    public const int Waiting = 10;
    public const int InProgress = 20;
    public const int Succeeded = 30;
    public const int Failed = 31;
    public const int Canceled = 32;
}
