using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// What users may do to a system job by updating its row: cancel, resume, postpone, pause.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/asynchronous-service#manage-system-job-states"/>
/// </summary>
internal static class JobChanges
{
    private static readonly string[] Updatable = ["statecode", "statuscode", "postponeuntil", "asyncoperationid"];

    /// <summary>Checks an update of a job and completes it to what it means in the state that the job is in.</summary>
    public static void Complete(Organization organization, TableMetadata table, Entity target)
    {
        if (target.Attributes.Keys.FirstOrDefault(c => !Updatable.Contains(c)) is { } column)
        {
            throw Faults.Argument($"The column '{column}' of a system job can't be updated: only statecode, statuscode and postponeuntil can.");
        }

        var row = organization.Rows.Read(table, target.Id, [table["statecode"], table["postponeuntil"]])
            ?? throw Faults.MissingRow(table.Name, target.Id);
        var state = row.GetAttributeValue<OptionSetValue>("statecode")!.Value;
        var until = target.GetAttributeValue<DateTime?>("postponeuntil");
        switch (target.GetAttributeValue<OptionSetValue>("statecode")?.Value ?? (until is null ? state : JobState.Suspended))
        {
            case JobState.Completed:
                Cancel(state, target);
                break;
            case JobState.Ready:
                Resume(state, target);
                break;
            case JobState.Suspended:
                Suspend(state, until is not null || (row.Contains("postponeuntil") && !target.Contains("postponeuntil")), target);
                break;
            default:
                throw Faults.Create(ErrorCodes.AsyncOperationInvalidStateChange, "The target state could not be set because the state transition is not valid.");
        }
    }

    /// <summary>A running job is canceled when its step returns.</summary>
    private static void Cancel(int state, Entity target)
    {
        var status = target.GetAttributeValue<OptionSetValue>("statuscode")?.Value ?? JobStatus.Canceled;
        if (state == JobState.Completed || status != JobStatus.Canceled)
        {
            throw Faults.Create(
                ErrorCodes.AsyncOperationInvalidStateChangeToComplete, "The target state could not be set to complete because the state transition is not valid.");
        }

        Set(target, state == JobState.Locked ? (JobState.Locked, JobStatus.Canceling) : (JobState.Completed, JobStatus.Canceled));
    }

    private static void Resume(int state, Entity target)
    {
        if (state is not (JobState.Ready or JobState.Suspended))
        {
            throw Faults.Create(
                ErrorCodes.AsyncOperationInvalidStateChangeToReady, "The target state could not be set to ready because the state transition is not valid.");
        }

        Set(target, (JobState.Ready, JobStatus.WaitingForResources));
        target["postponeuntil"] = null;
    }

    /// <summary>A job can be paused while it runs, and postponed to a time as long as it is not done.</summary>
    private static void Suspend(int state, bool hasTime, Entity target)
    {
        if (state == JobState.Completed || (state == JobState.Ready && !hasTime))
        {
            throw Faults.Create(
                ErrorCodes.AsyncOperationInvalidStateChangeToSuspended, "The target state could not be set to suspended because the state transition is not valid.");
        }

        Set(target, state == JobState.Locked ? (JobState.Locked, JobStatus.Pausing) : (JobState.Suspended, JobStatus.Waiting));
    }

    private static void Set(Entity target, (int State, int Status) to)
    {
        target["statecode"] = new OptionSetValue(to.State);
        target["statuscode"] = new OptionSetValue(to.Status);
    }
}
