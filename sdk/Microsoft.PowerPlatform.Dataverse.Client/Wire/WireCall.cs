using System;
using System.Collections.Generic;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Wire;

/// <summary>
/// A message as it goes over the wire: its requests, and how their answers become the message's. More than one request is one
/// transaction (a change set).
/// </summary>
internal sealed record WireCall(IReadOnlyList<WireRequest> Requests, Func<IReadOnlyList<WireAnswer>, OrganizationResponse> Read)
{
    /// <summary>What a refusal of one of the requests is as the message's own; null: the same.</summary>
    public Func<IReadOnlyList<WireAnswer>, OrganizationServiceFault, OrganizationServiceFault>? Refusal { get; init; }

    public WireCall(WireRequest request, Func<WireAnswer, OrganizationResponse> read)
        : this([request], answers => read(answers[0]))
    {
    }
}
