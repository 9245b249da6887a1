using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages.Writing;

/// <summary>
/// An update of a row's state or status together with other columns goes through the steps inside the transaction twice, as the
/// platform documents: once with the other columns, then once with state and status. Only pre-validation sees all of it.
/// </summary>
internal static class StatePasses
{
    public static IReadOnlyList<PipelineEvent> Of(PipelineEvent message)
    {
        if (!message.Steps.Any || message.Invoked.Message != "Update" || message.Rows is not [{ Target: { } target }])
        {
            return [message];
        }

        var others = target.Attributes.Keys.Where(c => !IsState(c) && c != message.Table!.PrimaryId.Name).ToList();
        return others.Count == 0 || !target.Attributes.Keys.Any(IsState)
            ? [message]
            : [Pass(message, target, c => !IsState(c)), Pass(message, target, IsState)];
    }

    private static bool IsState(string column) => column is "statecode" or "statuscode";

    private static PipelineEvent Pass(PipelineEvent message, Entity target, Func<string, bool> belongs)
    {
        var part = new Entity(target.LogicalName, target.Id) { RowVersion = target.RowVersion };
        foreach (var (name, value) in target.Attributes.Where(a => belongs(a.Key)))
        {
            part[name] = value;
        }

        var whole = message.Invoked;
        var invoked = new Operation(whole.Message, whole.Table, whole.Caller, whole.CreatedOn)
        {
            RowId = whole.RowId,
            Depth = whole.Depth,
            CorrelationId = whole.CorrelationId,
            RequestId = whole.RequestId,
            Shared = whole.Shared,
            OuterShared = whole.OuterShared,
            Bypass = whole.Bypass,
        };
        invoked.Inputs.AddRange(whole.Inputs);
        invoked.Inputs["Target"] = part;
        return new PipelineEvent
        {
            Invoked = invoked,
            Single = message.Single,
            Table = message.Table,
            Rows = [new RowEvent(part, target.Id)],
            Steps = message.Steps,
        };
    }
}
