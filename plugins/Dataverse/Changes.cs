using System.Collections.Generic;
using System.Linq;
using CrmAddon.Plugins.Languages;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>Compares what an Update sends with what stands.</summary>
internal static class Changes
{
    private const string State = "statecode";
    private const string Status = "statuscode";

    /// <summary>The columns whose value would become another; an empty text is the same as none.</summary>
    /// <param name="before">The row before, with every column in question.</param>
    /// <param name="sent">What the Update sends.</param>
    public static IEnumerable<string> Of(Entity before, Entity sent) => sent.Attributes
        .Where(column => !Equals(Plain(column.Value), Plain(before.Contains(column.Key) ? before[column.Key] : null)))
        .Select(column => column.Key);

    /// <summary>
    /// Refuses an Update that changes the state and leaves the status to the platform, which takes the state's first one only after the
    /// plug-ins have looked.
    /// </summary>
    /// <exception cref="Refusal">It does.</exception>
    public static void DemandStatus(Entity before, Entity sent)
    {
        if (!sent.Contains(Status) && sent.Option(State) is { } state && state != (before.Option(State) ?? 0))
            throw new Refusal("state.without-status", ("table", sent.LogicalName));
    }

    /// <summary>Whether a new row begins in the first status of its open state, as the rows of a state model have to.</summary>
    public static bool Begins(Entity row, int first) => (row.Option(State) ?? 0) == 0 && (row.Option(Status) ?? first) == first;

    /// <summary>The status that an Update leads to: a state that is sent without one brings its first status along.</summary>
    /// <param name="before">The row before, with its state and status.</param>
    /// <param name="sent">What the Update sends.</param>
    /// <param name="firstOpen">First status of the open state, which is also that of a new row.</param>
    /// <param name="firstClosed">First status of the closed state.</param>
    public static int StatusAfter(Entity before, Entity sent, int firstOpen, int firstClosed)
    {
        if (sent.Option(Status) is { } status)
            return status;

        return sent.Option(State) is { } state && state != (before.Option(State) ?? 0)
            ? state == 0 ? firstOpen : firstClosed
            : before.Option(Status) ?? firstOpen;
    }

    private static object? Plain(object? value) => value switch
    {
        EntityReference reference => reference.Id,
        OptionSetValue option => option.Value,
        Money amount => amount.Value,
        "" => null,
        _ => value,
    };
}
