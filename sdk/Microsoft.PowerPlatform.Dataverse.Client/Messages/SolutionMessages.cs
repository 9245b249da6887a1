using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Messages;

/// <summary>Solution messages whose action has another shape than the message; the others go by name.</summary>
internal static class SolutionMessages
{
    /// <summary>
    /// The action takes a row where the message has the component's id.
    /// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/webapi/reference/removesolutioncomponent">RemoveSolutionComponent action</see>
    /// </summary>
    public static async Task<WireCall> RemoveComponentAsync(OrganizationRequest request, Session session, CancellationToken stop)
    {
        List<KeyValuePair<string, object?>> parameters =
        [
            new("SolutionComponent", new EntityReference("solutioncomponent", request.Optional<Guid>("ComponentId"))),
            new("ComponentType", request.Optional<int>("ComponentType")),
            new("SolutionUniqueName", request.Required<string>("SolutionUniqueName")),
        ];
        var wire = new WireRequest(HttpMethod.Post, "RemoveSolutionComponent")
        {
            Body = await new RowWriter(session.Tables, stop).ParametersAsync(parameters).ConfigureAwait(false),
        };
        return new WireCall(wire, answer => new RemoveSolutionComponentResponse { ResponseName = "RemoveSolutionComponent" }
            .With("id", answer.Json().GetProperty("id").GetGuid()));
    }
}
