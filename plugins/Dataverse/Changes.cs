using System.Collections.Generic;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Dataverse;

/// <summary>Compares what an Update sends with what stands.</summary>
internal static class Changes
{
    /// <summary>The columns whose value would become another; an empty text is the same as none.</summary>
    /// <param name="before">The row before, with every column in question.</param>
    /// <param name="sent">What the Update sends.</param>
    public static IEnumerable<string> Of(Entity before, Entity sent) => sent.Attributes
        .Where(column => !Equals(Plain(column.Value), Plain(before.Contains(column.Key) ? before[column.Key] : null)))
        .Select(column => column.Key);

    private static object? Plain(object? value) => value switch
    {
        EntityReference reference => reference.Id,
        OptionSetValue option => option.Value,
        Money amount => amount.Value,
        "" => null,
        _ => value,
    };
}
