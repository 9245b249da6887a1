using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.SystemJobs;

/// <summary>System jobs as the asynchronous service shows them, and what can be done to them; as the system user.</summary>
internal sealed class JobRows(Organization organization)
{
    private static readonly ColumnSet Columns = new(
        "name", "messagename", "primaryentitytype", "regardingobjectid", "statecode", "statuscode", "retrycount", "createdon", "startedon",
        "completedon", "postponeuntil", "errorcode", "friendlymessage", "message", "correlationid");

    public IReadOnlyList<SystemJob> List(SystemJobState? state, int most)
    {
        var query = new QueryExpression(JobQueue.Table) { ColumnSet = Columns, TopCount = most };
        if (state is { } wanted)
        {
            query.Criteria.AddCondition("statecode", ConditionOperator.Equal, (int)wanted);
        }

        query.AddOrder("createdon", OrderType.Descending);
        query.AddOrder("asyncoperationid", OrderType.Descending);
        return [.. ((EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"]!).Entities.Select(Read)];
    }

    public SystemJob? Find(Guid id)
    {
        var query = new QueryExpression(JobQueue.Table) { ColumnSet = Columns };
        query.Criteria.AddCondition("asyncoperationid", ConditionOperator.Equal, id);
        return ((EntityCollection)Execute(new RetrieveMultipleRequest { Query = query })["EntityCollection"]!).Entities.Select(Read).FirstOrDefault();
    }

    public void Change(Guid id, int? state, DateTime? postponeUntil = null)
    {
        var row = new Entity(JobQueue.Table, id);
        if (state is { } known)
        {
            row["statecode"] = new OptionSetValue(known);
        }

        if (postponeUntil is { } until)
        {
            row["postponeuntil"] = until;
        }

        Execute(new UpdateRequest { Target = row });
    }

    /// <summary>Starts a job anew that failed or was canceled. The platform knows no such thing: there an administrator repeats what caused it.</summary>
    public void Retry(Guid id)
    {
        using (organization.Database.Gate.Enter())
        {
            if (organization.Jobs.StatusOf(id) is not (JobStatus.Failed or JobStatus.Canceled))
            {
                throw Faults.Argument($"The system job {id} can't be tried again: only jobs that failed or were canceled can.");
            }

            organization.Jobs.Update(
                id,
                ("statecode", new OptionSetValue(JobState.Ready)),
                ("statuscode", new OptionSetValue(JobStatus.WaitingForResources)),
                ("retrycount", 0),
                ("completedon", null),
                ("errorcode", null),
                ("message", null),
                ("friendlymessage", null));
        }
    }

    private OrganizationResponse Execute(OrganizationRequest request) =>
        organization.Messages.Execute(request, new Caller(organization.Ids.SystemUser, organization.Ids.SystemUser, null));

    private static SystemJob Read(Entity row) => new(
        row.Id,
        row.GetAttributeValue<string>("name") ?? string.Empty,
        row.GetAttributeValue<string>("messagename"),
        row.GetAttributeValue<string>("primaryentitytype"),
        row.GetAttributeValue<EntityReference>("regardingobjectid")?.Id,
        (SystemJobState)row.GetAttributeValue<OptionSetValue>("statecode")!.Value,
        (SystemJobStatus)row.GetAttributeValue<OptionSetValue>("statuscode")!.Value,
        row.GetAttributeValue<int?>("retrycount") ?? 0,
        row.GetAttributeValue<DateTime>("createdon"),
        row.GetAttributeValue<DateTime?>("startedon"),
        row.GetAttributeValue<DateTime?>("completedon"),
        row.GetAttributeValue<DateTime?>("postponeuntil"),
        row.GetAttributeValue<int?>("errorcode"),
        row.GetAttributeValue<string>("friendlymessage"),
        row.GetAttributeValue<string>("message"),
        row.GetAttributeValue<Guid?>("correlationid") ?? Guid.Empty);
}
