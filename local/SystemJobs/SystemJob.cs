using System;

namespace CrmAddon.Local;

/// <summary>A system job: a row of asyncoperation.</summary>
/// <param name="Id">The job's id.</param>
/// <param name="Name">The class of an asynchronous step, or the message of a request.</param>
/// <param name="Message">The message that caused it.</param>
/// <param name="Table">Logical name of the table that the message is about; null or "none" without one.</param>
/// <param name="RowId">The row that the message is about.</param>
/// <param name="State">Whether it waits, runs, or is done.</param>
/// <param name="Status">Why.</param>
/// <param name="Retries">Attempts after the first one.</param>
/// <param name="CreatedOn">When it was queued, in UTC.</param>
/// <param name="StartedOn">When its last attempt began, in UTC.</param>
/// <param name="CompletedOn">When it came to an end, in UTC.</param>
/// <param name="PostponedUntil">When its next attempt is due, in UTC.</param>
/// <param name="ErrorCode">The platform's number for what went wrong.</param>
/// <param name="Error">What went wrong, for people.</param>
/// <param name="Details">What went wrong, with what the step traced.</param>
/// <param name="CorrelationId">What it has in common with the operation that caused it.</param>
public sealed record SystemJob(
    Guid Id,
    string Name,
    string? Message,
    string? Table,
    Guid? RowId,
    SystemJobState State,
    SystemJobStatus Status,
    int Retries,
    DateTime CreatedOn,
    DateTime? StartedOn,
    DateTime? CompletedOn,
    DateTime? PostponedUntil,
    int? ErrorCode,
    string? Error,
    string? Details,
    Guid CorrelationId);

/// <summary>States of a system job; the values are the platform's.</summary>
public enum SystemJobState
{
    /// <summary>It waits for a worker.</summary>
    Ready = 0,

    /// <summary>It waits for a time, or until somebody resumes it.</summary>
    Suspended = 1,

    /// <summary>A worker has it.</summary>
    Locked = 2,

    /// <summary>It is over.</summary>
    Completed = 3,
}

/// <summary>Status reasons of a system job; the values are the platform's.</summary>
public enum SystemJobStatus
{
    /// <summary>Ready.</summary>
    WaitingForResources = 0,

    /// <summary>Suspended.</summary>
    Waiting = 10,

    /// <summary>Running.</summary>
    InProgress = 20,

    /// <summary>Running, and somebody paused it: if its step asks for another attempt, it is suspended.</summary>
    Pausing = 21,

    /// <summary>Running, and somebody canceled it: it is canceled when its step returns.</summary>
    Canceling = 22,

    /// <summary>Done.</summary>
    Succeeded = 30,

    /// <summary>Its step failed, four times if it asked for that.</summary>
    Failed = 31,

    /// <summary>A user or its step called it off.</summary>
    Canceled = 32,
}
