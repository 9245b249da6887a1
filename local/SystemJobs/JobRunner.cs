using System;
using System.Diagnostics;
using System.ServiceModel;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>
/// Runs one system job that was claimed. As in the platform an asynchronous step has no transaction: each of its calls stands for
/// itself, and what a failing or killed step wrote before stays. A job that was killed runs again from its start.
/// </summary>
internal sealed class JobRunner(Organization organization)
{
    private readonly PluginRunner _runner = new(organization);
    private readonly JobOutcome _outcome = new(organization);

    public JobResult Run(Job job)
    {
        var start = Stopwatch.GetTimestamp();
        OrganizationServiceFault? fault = null;
        try
        {
            Work(job);
        }
        catch (FaultException<OrganizationServiceFault> e)
        {
            fault = e.Detail;
        }
        catch (Exception e) when (e is not (OutOfMemoryException or SqliteException))
        {
            // Data that can't be read or that nobody foresaw: one such job must not keep the others from running.
            fault = Unexpected(job, e);
        }

        organization.Traces.Write();
        using (organization.Database.Gate.Enter())
        {
            return _outcome.Write(job, fault, Stopwatch.GetElapsedTime(start));
        }
    }

    private static OrganizationServiceFault Unexpected(Job job, Exception thrown)
    {
        var fault = Faults.Create(
            ErrorCodes.UnExpected, $"An unexpected error occurred in the job '{job.Name}': {thrown.GetType().FullName}: {thrown.Message}").Detail;
        fault.OriginalException = thrown.ToString();
        return fault;
    }

    private void Work(Job job)
    {
        if (job.StepId is not { } stepId)
        {
            var user = organization.Jobs.OwnerOf(job.Id);
            organization.Messages.Execute(RequestData.Read(job.Data), new Caller(user, user, null));
            return;
        }

        var step = organization.Steps.Find(stepId)
            ?? throw Faults.Argument($"The step {stepId} of the job '{job.Name}' is no longer registered.");
        _runner.Run(step.Class, ContextData.Read(job, step, organization));
    }
}

internal enum JobResult
{
    Succeeded,
    Failed,
    Postponed,
}
