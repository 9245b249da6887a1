using System;
using System.Collections.Generic;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>The rows of asyncoperation: one for each asynchronous step that a message called for, written in the message's transaction.</summary>
internal sealed class JobQueue
{
    public const string Table = "asyncoperation";
    private const int SystemEvent = 1; // operation type of a plug-in's job
    private readonly Organization _organization;

    public JobQueue(Organization organization)
    {
        _organization = organization;

        // What a killed process left in progress starts again.
        organization.Database.Run(
            "UPDATE asyncoperation SET statecode = @0, statuscode = @1 WHERE statecode = @2", JobState.Ready, JobStatus.WaitingForResources, JobState.Locked);
    }

    public void Enqueue(Step step, PluginContext context)
    {
        var table = _organization.Table(Table);
        var now = _organization.Now;
        var user = new EntityReference("systemuser", context.UserId);
        List<Cell> cells = [];
        Add("asyncoperationid", Guid.CreateVersion7(_organization.Options.Clock.GetUtcNow()));
        Add("name", step.Class.Name);
        Add("messagename", context.MessageName);
        Add("operationtype", new OptionSetValue(SystemEvent));
        Add("statecode", new OptionSetValue(JobState.Ready));
        Add("statuscode", new OptionSetValue(JobStatus.WaitingForResources));
        Add("regardingobjectid", context.PrimaryEntityId == Guid.Empty ? null : new EntityReference(context.PrimaryEntityName, context.PrimaryEntityId));
        Add("primaryentitytype", context.PrimaryEntityName);
        Add("data", ContextData.Write(context));
        Add("retrycount", 0);
        Add("correlationid", context.CorrelationId);
        Add("depth", context.Depth);
        Add("owningextensionid", step.Reference);
        Add("ownerid", user);
        Add("owningbusinessunit", new EntityReference("businessunit", _organization.Ids.BusinessUnit));
        Add("createdby", user);
        Add("modifiedby", user);
        Add("createdon", now);
        Add("modifiedon", now);
        Add("versionnumber", _organization.Counters.NextVersion());
        _organization.Rows.Insert(table, cells);

        void Add(string name, object? value)
        {
            var column = table.Find(name) ?? throw Faults.NoColumn(table.Name, name);
            Cells.Add(cells, column, value);
        }
    }

    /// <summary>The next job to run, in order of creation; postponed ones when their time has come.</summary>
    public Job? Next() => Find("statecode = 1 AND postponeuntil <= @0", Dates.ToText(_organization.Now, DateBehavior.UserLocal)) ?? Find("statecode = 0");

    /// <summary>The postponed job that is due first.</summary>
    public Job? NextPostponed() => Find("statecode = 1 AND postponeuntil IS NOT NULL", order: "postponeuntil, rowid");

    public long CountOpen() => (long)_organization.Database.Prepare("SELECT count(*) FROM asyncoperation WHERE statecode IN (0, 1, 2)").Value()!;

    /// <summary>Writes how a job stands, in a transaction of its own or in the running one.</summary>
    public void Update(Job job, params ReadOnlySpan<(string Column, object? Value)> values)
    {
        var table = _organization.Table(Table);
        List<Cell> cells = [];
        foreach (var (name, value) in values)
        {
            Cells.Add(cells, table[name], value);
        }

        Cells.Add(cells, table["modifiedon"], _organization.Now);
        cells.Add(new Cell("versionnumber", _organization.Counters.NextVersion()));
        _organization.Transactions.Run(() => _organization.Rows.Update(table, job.Id, cells));
    }

    private Job? Find(string condition, string? value = null, string order = "rowid")
    {
        var jobs = _organization.Database
            .Prepare($"SELECT asyncoperationid, name, owningextensionid, data, retrycount, postponeuntil FROM asyncoperation WHERE {condition} ORDER BY {order} LIMIT 1")
            .List(value is null ? [] : [value], r => new Job(
                Cells.ToGuid(r.GetFieldValue<byte[]>(0)),
                r.GetString(1),
                Cells.ToGuid(r.GetFieldValue<byte[]>(2)),
                r.GetString(3),
                r.GetInt32(4),
                r.IsDBNull(5) ? null : Dates.ToDate(r.GetString(5), DateBehavior.UserLocal)));
        return jobs.Count == 0 ? null : jobs[0];
    }
}
