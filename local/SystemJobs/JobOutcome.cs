using System;
using System.Collections.Generic;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// What becomes of a job whose run is over: done, failed, canceled, or due again. A step can ask for another attempt by
/// <see cref="OperationStatus.Retry"/>: "the asynchronous service will attempt to run your plug-in four times".
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/handle-exceptions#retry-an-asynchronous-plug-in"/>
/// </summary>
internal sealed class JobOutcome(Organization organization)
{
    /// <summary>Attempts that a job gets when its step asks for a retry, the first one included.</summary>
    public const int MostAttempts = 4;

    public JobResult Write(Job job, OrganizationServiceFault? fault, TimeSpan elapsed)
    {
        switch (organization.Jobs.StatusOf(job.Id))
        {
            case null: // a user deleted it while it ran
                return JobResult.Failed;
            case JobStatus.Canceling:
                return Complete(job, JobStatus.Canceled, fault, elapsed);
            case JobStatus.Pausing when StatusOf(fault) == OperationStatus.Retry:
                return Postpone(job, fault!, until: null);
        }

        return StatusOf(fault) switch
        {
            null or OperationStatus.Succeeded => Complete(job, JobStatus.Succeeded, fault, elapsed),
            OperationStatus.Retry when job.RetryCount + 1 < MostAttempts => Postpone(job, fault!, NextAttempt(job)),
            OperationStatus.Canceled => Complete(job, JobStatus.Canceled, fault, elapsed),
            OperationStatus.Suspended => Postpone(job, fault!, until: null),
            _ => Complete(job, JobStatus.Failed, fault, elapsed),
        };
    }

    /// <summary>Null where the run ended without a fault.</summary>
    private static OperationStatus? StatusOf(OrganizationServiceFault? fault)
    {
        if (fault is null)
        {
            return null;
        }

        fault.ErrorDetails.TryGetValue(PluginRunner.StatusDetail, out var detail);
        return detail is int number ? (OperationStatus)number : OperationStatus.Failed;
    }

    private DateTime NextAttempt(Job job) => organization.Now + (organization.Options.FirstRetryDelay * Math.Pow(2, job.RetryCount));

    private JobResult Postpone(Job job, OrganizationServiceFault fault, DateTime? until)
    {
        organization.Jobs.Update(
            job.Id,
            ("statecode", new OptionSetValue(JobState.Suspended)),
            ("statuscode", new OptionSetValue(JobStatus.Waiting)),
            ("retrycount", job.RetryCount + 1),
            ("postponeuntil", until),
            ("errorcode", fault.ErrorCode),
            ("message", Message(fault)),
            ("friendlymessage", fault.Message));
        return JobResult.Postponed;
    }

    private JobResult Complete(Job job, int status, OrganizationServiceFault? fault, TimeSpan elapsed)
    {
        var succeeded = status == JobStatus.Succeeded;
        if (succeeded && job.StepId is { } step && organization.Steps.Find(step) is { AsyncAutoDelete: true })
        {
            organization.Jobs.Delete(job.Id);
            return JobResult.Succeeded;
        }

        List<(string, object?)> values =
        [
            ("statecode", new OptionSetValue(JobState.Completed)),
            ("statuscode", new OptionSetValue(status)),
            ("completedon", organization.Now),
            ("executiontimespan", elapsed.TotalSeconds),
            ("postponeuntil", null),
            ("errorcode", fault?.ErrorCode),
            ("message", fault is null ? null : Message(fault)),
            ("friendlymessage", fault?.Message),
        ];
        if (succeeded)
        {
            // A job that is done needs its context no more; one that failed keeps it for whoever looks into it.
            values.Add(("data", null));
        }

        organization.Jobs.Update(job.Id, values);
        return succeeded ? JobResult.Succeeded : JobResult.Failed;
    }

    private static string Message(OrganizationServiceFault fault) =>
        fault.TraceText is null ? fault.Message ?? string.Empty : $"{fault.Message}\n\n{fault.TraceText}";
}
