using System;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// Runs one system job. As in the platform an asynchronous step has no transaction: each of its calls stands for itself, and what a
/// failing or killed step wrote before stays. A job that was killed runs again from its start.
/// </summary>
internal sealed class JobRunner(Organization organization)
{
    /// <summary>Attempts that a job gets when its step asks for a retry, the first one included.</summary>
    public const int MostAttempts = 4;

    private const int LongestMessage = 4000;
    private readonly PluginRunner _runner = new(organization);

    public JobResult Run(Job job)
    {
        organization.Jobs.Update(
            job,
            ("statecode", new OptionSetValue(JobState.Locked)),
            ("statuscode", new OptionSetValue(JobStatus.InProgress)),
            ("startedon", organization.Now));
        try
        {
            RunStep(job);
            Complete(job, JobStatus.Succeeded, null);
            return JobResult.Succeeded;
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            return Fail(job, e.Detail);
        }
    }

    private void RunStep(Job job)
    {
        var step = organization.Steps.Find(job.StepId)
            ?? throw Faults.Argument($"The step {job.StepId} of the job '{job.Name}' is no longer registered.");
        _runner.Run(step.Class, ContextData.Read(job, step, organization));
    }

    private JobResult Fail(Job job, OrganizationServiceFault fault)
    {
        fault.ErrorDetails.TryGetValue(PluginRunner.StatusDetail, out var detail);
        var status = detail is int number ? (OperationStatus)number : OperationStatus.Failed;
        switch (status)
        {
            case OperationStatus.Retry when job.RetryCount + 1 < MostAttempts:
                organization.Jobs.Update(
                    job,
                    ("statecode", new OptionSetValue(JobState.Suspended)),
                    ("statuscode", new OptionSetValue(JobStatus.Waiting)),
                    ("retrycount", job.RetryCount + 1),
                    ("postponeuntil", organization.Now + (organization.Options.FirstRetryDelay * Math.Pow(2, job.RetryCount))),
                    ("message", Message(fault)));
                return JobResult.Postponed;
            case OperationStatus.Canceled:
                Complete(job, JobStatus.Canceled, fault);
                return JobResult.Failed;
            case OperationStatus.Succeeded:
                Complete(job, JobStatus.Succeeded, fault);
                return JobResult.Succeeded;
            default:
                Complete(job, JobStatus.Failed, fault);
                return JobResult.Failed;
        }
    }

    private void Complete(Job job, int status, OrganizationServiceFault? fault) => organization.Jobs.Update(
        job,
        ("statecode", new OptionSetValue(JobState.Completed)),
        ("statuscode", new OptionSetValue(status)),
        ("completedon", organization.Now),
        ("postponeuntil", null),
        ("message", fault is null ? null : Message(fault)),
        ("friendlymessage", fault?.Message),
        //// A job that is done needs its context no more; one that failed keeps it for whoever looks into it.
        ("data", status == JobStatus.Succeeded ? null : job.Data));

    private static string Message(OrganizationServiceFault fault)
    {
        var text = fault.TraceText is null ? fault.Message : $"{fault.Message}\n\n{fault.TraceText}";
        return text is { Length: > LongestMessage } ? text[..LongestMessage] : text ?? string.Empty;
    }
}

internal enum JobResult
{
    Succeeded,
    Failed,
    Postponed,
}
