using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>
/// Messages that the Web API no longer has: they are updates of the columns that they stand for ("Legacy update messages": the
/// platform does the same with them).
/// </summary>
internal static class StateMessages
{
    public static Task<WireCall> SetStateAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        List<KeyValuePair<string, object?>> columns = [new("statecode", request.Required<OptionSetValue>("State"))];
        // -1 means the state's default, which an update takes by itself.
        if (request.Optional<OptionSetValue>("Status") is { Value: >= 0 } status)
            columns.Add(new("statuscode", status));
        return UpdateAsync(request.Required<EntityReference>("EntityMoniker"), columns, new SetStateResponse { ResponseName = request.RequestName }, session, stop);
    }

    public static Task<WireCall> AssignAsync(OrganizationRequest request, Session session, CancellationToken stop) => UpdateAsync(
        request.Required<EntityReference>("Target"),
        [new("ownerid", request.Required<EntityReference>("Assignee"))],
        new AssignResponse { ResponseName = request.RequestName }, session, stop);

    private static async Task<WireCall> UpdateAsync(
        EntityReference target,
        IEnumerable<KeyValuePair<string, object?>> columns,
        OrganizationResponse response,
        Session session,
        CancellationToken stop)
    {
        var row = new Entity(target.LogicalName, target.Id) { KeyAttributes = target.KeyAttributes };
        row.Attributes.AddRange(columns);
        var call = await RowMessages.UpdateAsync(new UpdateRequest { Target = row }, session, stop).ConfigureAwait(false);
        return call with { Read = _ => response };
    }
}
