using System;

namespace CrmAddon.Local.SystemJobs;

/// <summary>A system job as it is taken from the queue. Without a step it is a request that a client wants carried out later.</summary>
internal sealed record Job(Guid Id, string Name, Guid? StepId, string Data, int RetryCount, DateTime? PostponeUntil);

/// <summary>States of a system job. <see href="https://learn.microsoft.com/power-apps/developer/data-platform/asynchronous-service#manage-system-job-states"/></summary>
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
    public const int Pausing = 21;
    public const int Canceling = 22;
    public const int Succeeded = 30;
    public const int Failed = 31;
    public const int Canceled = 32;
}

/// <summary>Kinds of system jobs that this runtime has.</summary>
internal static class JobType
{
    /// <summary>An asynchronous step.</summary>
    public const int SystemEvent = 1;

    /// <summary>The message of an <c>ExecuteAsync</c>.</summary>
    public const int ExecuteAsync = 54;
}
