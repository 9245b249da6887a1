using System;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Messages;

/// <summary>What the requests of a batch may be, and how many.</summary>
internal static class BatchRules
{
    /// <summary>The most requests of one <c>ExecuteMultiple</c>.</summary>
    public const int MostRequests = 1000;

    /// <summary>Refuses a request that is missing or that is a batch which this one can't carry.</summary>
    public static void Check(string batch, [NotNull] OrganizationRequest? request, int index, params ReadOnlySpan<string> refused)
    {
        if (request is null)
        {
            throw Faults.Argument(FormattableString.Invariant($"{batch}: request {index} is null."));
        }

        foreach (var name in refused)
        {
            if (name.Equals(request.RequestName, StringComparison.OrdinalIgnoreCase))
            {
                throw Faults.Argument(FormattableString.Invariant($"{name} can't be part of {batch} (request {index})."));
            }
        }
    }
}
