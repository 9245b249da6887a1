using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Registration;
using CrmAddon.Worker.Dataverse;
using Microsoft.PowerPlatform.Dataverse.Client;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Worker.Deployment.Registering;

/// <summary>The environment's ids of the messages that steps name, and of a message on a table (its filter); asked for once, for all of them.</summary>
internal sealed class MessageIds(IOrganizationServiceAsync2 service, IEnumerable<StepInfo> steps)
{
    private readonly object[] _names = [.. steps.Select(step => (object)step.Message).Distinct()];
    private readonly object[] _tables = [.. steps.Select(step => step.Table).OfType<string>().Select(table => (object)table).Distinct()];
    private Dictionary<string, Guid>? _messages;
    private Dictionary<(Guid Message, string Table), Guid>? _filters;

    /// <summary>The message of a step, and its filter where the step is on a table.</summary>
    /// <exception cref="DeploymentException">The environment has no such message, or not on that table.</exception>
    public async Task<(Guid Message, Guid? Filter)> FindAsync(StepInfo step, CancellationToken stop)
    {
        _messages ??= await MessagesAsync(stop).ConfigureAwait(false);
        if (!_messages.TryGetValue(step.Message, out var message))
            throw new DeploymentException($"The environment has no message {step.Message}, which the step {step.Id} is for.");
        if (step.Table is null)
            return (message, null);
        _filters ??= await FiltersAsync(stop).ConfigureAwait(false);
        return _filters.TryGetValue((message, step.Table), out var filter)
            ? (message, filter)
            : throw new DeploymentException($"The environment has no message {step.Message} on the table {step.Table}, which the step {step.Id} is for.");
    }

    private async Task<Dictionary<string, Guid>> MessagesAsync(CancellationToken stop)
    {
        var query = new QueryExpression("sdkmessage") { ColumnSet = new ColumnSet("name") };
        query.Criteria.AddCondition("name", ConditionOperator.In, _names);
        return (await service.AllAsync(query, stop).ConfigureAwait(false))
            .GroupBy(row => row.GetAttributeValue<string>("name")!, StringComparer.Ordinal).ToDictionary(rows => rows.Key, rows => rows.First().Id, StringComparer.Ordinal);
    }

    private async Task<Dictionary<(Guid, string), Guid>> FiltersAsync(CancellationToken stop)
    {
        var query = new QueryExpression("sdkmessagefilter") { ColumnSet = new ColumnSet("sdkmessageid", "primaryobjecttypecode") };
        query.Criteria.AddCondition("sdkmessageid", ConditionOperator.In, [.. _messages!.Values.Select(id => (object)id)]);
        query.Criteria.AddCondition("primaryobjecttypecode", ConditionOperator.In, _tables);
        return (await service.AllAsync(query, stop).ConfigureAwait(false))
            .GroupBy(row => (row.GetAttributeValue<EntityReference>("sdkmessageid")!.Id, row.GetAttributeValue<string>("primaryobjecttypecode")!))
            .ToDictionary(rows => rows.Key, rows => rows.First().Id);
    }
}
