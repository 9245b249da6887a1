using System;
using System.Collections.Generic;
using System.Threading;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Pipeline.Steps;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.SystemJobs;

/// <summary>The rows of asyncoperation: one for each asynchronous step that a message called for, written in the message's transaction.</summary>
internal sealed class JobQueue : IDisposable
{
    public const string Table = "asyncoperation";
    private const int MostSignals = 64;
    private const string Columns = "asyncoperationid, name, owningextensionid, data, retrycount, postponeuntil";

    private readonly Organization _organization;
    private readonly SemaphoreSlim _signal = new(0);
    private readonly List<Guid> _returned = []; // under the gate
    private bool _changed;

    public JobQueue(Organization organization)
    {
        _organization = organization;
        organization.Rows.Changed += (table, _) => _changed |= table == Table;
        organization.Transactions.Committed += Signal;
        organization.Transactions.RolledBack += () => _changed = false;
        Recover();
    }

    /// <summary>Queues an asynchronous step.</summary>
    public void Enqueue(Step step, PluginContext context) => Insert(
        step.Class.Name,
        context.Operation.Caller.UserId,
        ("operationtype", new OptionSetValue(JobType.SystemEvent)),
        ("messagename", context.MessageName),
        ("regardingobjectid", context.PrimaryEntityId == Guid.Empty ? null : new EntityReference(context.PrimaryEntityName, context.PrimaryEntityId)),
        ("primaryentitytype", context.PrimaryEntityName),
        ("data", ContextData.Write(context)),
        ("correlationid", context.CorrelationId),
        ("requestid", context.RequestId),
        ("depth", context.Depth),
        ("owningextensionid", step.Reference));

    /// <summary>Queues a request of a client.</summary>
    public Guid Enqueue(OrganizationRequest request, Caller caller, int type = JobType.ExecuteAsync) => Insert(
        request.RequestName!,
        caller.UserId,
        ("operationtype", new OptionSetValue(type)),
        ("messagename", request.RequestName),
        ("data", RequestData.Write(request)),
        ("correlationid", caller.Parent?.CorrelationId ?? Guid.NewGuid()),
        ("requestid", request.RequestId ?? Guid.NewGuid()),
        ("depth", caller.Depth));

    /// <summary>Takes the next job: in order of creation, postponed ones first when their time has come. Null where none is ready.</summary>
    public Job? Claim()
    {
        using (_organization.Database.Gate.Enter())
        {
            ReleaseReturned();
            var due = Dates.ToText(_organization.Now, DateBehavior.UserLocal);
            return Claim(Find("statecode = 1 AND postponeuntil <= @0", due) ?? Find("statecode = 0"));
        }
    }

    /// <summary>Takes a postponed job, if it still is one.</summary>
    public Job? ClaimPostponed(Guid id)
    {
        using (_organization.Database.Gate.Enter())
        {
            return Claim(Find("statecode = 1 AND asyncoperationid = @0", Cells.ToBytes(id)));
        }
    }

    /// <summary>The postponed job that is due first.</summary>
    public Job? NextPostponed()
    {
        using (_organization.Database.Gate.Enter())
        {
            return Find("statecode = 1 AND postponeuntil IS NOT NULL", order: "postponeuntil, rowid");
        }
    }

    /// <summary>Jobs that are ready, waiting for a time or another attempt, or running. Paused ones wait for a user and are not counted.</summary>
    public long CountOpen() => Count("statecode IN (0, 2) OR (statecode = 1 AND postponeuntil IS NOT NULL)");

    /// <summary>Jobs that a worker has.</summary>
    public long CountRunning() => Count("statecode = 2");

    /// <summary>Status reason of a job; null where it was deleted.</summary>
    public int? StatusOf(Guid id) => (int?)(long?)_organization.Database
        .Prepare("SELECT statuscode FROM asyncoperation WHERE asyncoperationid = @0").Value(Cells.ToBytes(id));

    /// <summary>The user whom a job works for.</summary>
    public Guid OwnerOf(Guid id)
    {
        using (_organization.Database.Gate.Enter())
        {
            return Cells.ToGuid((byte[])_organization.Database.Prepare("SELECT ownerid FROM asyncoperation WHERE asyncoperationid = @0").Value(Cells.ToBytes(id))!);
        }
    }

    /// <summary>
    /// Gives a job back that a worker had and could not end. Where that can't be written either (the disk is full), whoever asks for
    /// the next job does it first, or learns that it still can't be.
    /// </summary>
    public void GiveBack(Guid id)
    {
        using (_organization.Database.Gate.Enter())
        {
            _returned.Add(id);
            try
            {
                ReleaseReturned();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                // What kept the job from its end is on its way to the caller.
            }
        }
    }

    /// <summary>Writes how a job stands, in a transaction of its own or in the running one.</summary>
    public void Update(Guid job, params IEnumerable<(string Column, object? Value)> values)
    {
        var table = _organization.Table(Table);
        List<Cell> cells = [];
        foreach (var (name, value) in values)
        {
            Cells.Add(cells, table[name], value);
        }

        Cells.Add(cells, table["modifiedon"], _organization.Now);
        cells.Add(new Cell("versionnumber", _organization.Counters.NextVersion()));
        _organization.Transactions.Run(() => _organization.Rows.Update(table, job, cells));
    }

    public void Delete(Guid job) => _organization.Transactions.Run(() => _organization.Rows.Delete(_organization.Table(Table), job));

    /// <summary>Waits until jobs may have come, or for so long.</summary>
    public void Wait(TimeSpan most, CancellationToken cancellationToken) => _signal.Wait(most, cancellationToken);

    public void Dispose() => _signal.Dispose();

    /// <summary>What a killed process left in progress starts again; what a user wanted of a running job is carried out.</summary>
    private void Recover() => _organization.Transactions.Run(() =>
    {
        Move(JobStatus.Canceling, JobState.Completed, JobStatus.Canceled);
        Move(JobStatus.Pausing, JobState.Suspended, JobStatus.Waiting);
        Move(JobStatus.InProgress, JobState.Ready, JobStatus.WaitingForResources);
        return true;

        void Move(int from, int state, int status) => _organization.Database.Run(
            "UPDATE asyncoperation SET statecode = @0, statuscode = @1 WHERE statecode = @2 AND statuscode = @3", state, status, JobState.Locked, from);
    });

    private void ReleaseReturned()
    {
        while (_returned.Count > 0)
        {
            Release(_returned[^1]);
            _returned.RemoveAt(_returned.Count - 1);
        }
    }

    /// <summary>As <see cref="Recover"/> does with all jobs.</summary>
    private void Release(Guid id)
    {
        (int State, int Status)? next = StatusOf(id) switch
        {
            JobStatus.InProgress => (JobState.Ready, JobStatus.WaitingForResources),
            JobStatus.Canceling => (JobState.Completed, JobStatus.Canceled),
            JobStatus.Pausing => (JobState.Suspended, JobStatus.Waiting),
            _ => null,
        };
        if (next is var (state, status))
        {
            Update(id, ("statecode", new OptionSetValue(state)), ("statuscode", new OptionSetValue(status)));
        }
    }

    private void Signal()
    {
        if (_changed)
        {
            _changed = false;
            if (_signal.CurrentCount < MostSignals)
            {
                _signal.Release();
            }
        }
    }

    private Guid Insert(string name, Guid userId, params IEnumerable<(string Column, object? Value)> values)
    {
        var table = _organization.Table(Table);
        var id = Guid.CreateVersion7(_organization.Options.Clock.GetUtcNow());
        var now = _organization.Now;
        var user = new EntityReference("systemuser", userId);
        List<Cell> cells = [];
        Add("asyncoperationid", id);
        Add("name", name);
        Add("statecode", new OptionSetValue(JobState.Ready));
        Add("statuscode", new OptionSetValue(JobStatus.WaitingForResources));
        Add("retrycount", 0);
        Add("ownerid", user);
        Add("owningbusinessunit", new EntityReference("businessunit", _organization.Ids.BusinessUnit));
        Add("createdby", user);
        Add("modifiedby", user);
        Add("createdon", now);
        Add("modifiedon", now);
        foreach (var (column, value) in values)
        {
            Add(column, value);
        }

        cells.Add(new Cell("versionnumber", _organization.Counters.NextVersion()));
        _organization.Rows.Insert(table, cells);
        return id;

        void Add(string column, object? value) => Cells.Add(cells, table.Find(column) ?? throw Faults.NoColumn(table.Name, column), value);
    }

    private Job? Claim(Job? job)
    {
        if (job is not null)
        {
            Update(
                job.Id,
                ("statecode", new OptionSetValue(JobState.Locked)),
                ("statuscode", new OptionSetValue(JobStatus.InProgress)),
                ("startedon", _organization.Now));
        }

        return job;
    }

    private long Count(string condition)
    {
        using (_organization.Database.Gate.Enter())
        {
            return (long)_organization.Database.Prepare($"SELECT count(*) FROM asyncoperation WHERE {condition}").Value()!;
        }
    }

    private Job? Find(string condition, object? value = null, string order = "rowid")
    {
        var jobs = _organization.Database
            .Prepare($"SELECT {Columns} FROM asyncoperation WHERE {condition} ORDER BY {order} LIMIT 1")
            .List(value is null ? [] : [value], r => new Job(
                Cells.ToGuid(r.GetFieldValue<byte[]>(0)),
                r.GetString(1),
                r.IsDBNull(2) ? null : Cells.ToGuid(r.GetFieldValue<byte[]>(2)),
                r.GetString(3),
                r.GetInt32(4),
                r.IsDBNull(5) ? null : Dates.ToDate(r.GetString(5), DateBehavior.UserLocal)));
        return jobs.Count == 0 ? null : jobs[0];
    }
}
