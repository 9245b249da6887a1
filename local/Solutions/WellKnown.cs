using System;
using System.Collections.Generic;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Solutions;

/// <summary>Solutions and ids that are the same in every environment.</summary>
internal static class WellKnown
{
    /// <summary>What the platform itself brings.</summary>
    public const string System = "System";

    /// <summary>What was changed where it is installed; the layer on top.</summary>
    public const string Active = "Active";

    /// <summary>All there is.</summary>
    public const string Default = "Default";

    private static readonly Dictionary<string, Guid> Solutions = new(StringComparer.OrdinalIgnoreCase)
    {
        [System] = new("fd140aad-4df4-11dd-bd17-0019b9312238"),
        [Active] = new("fd140aae-4df4-11dd-bd17-0019b9312238"),
        [Default] = new("fd140aaf-4df4-11dd-bd17-0019b9312238"),
    };

    public static readonly Guid DefaultPublisher = new("d21aab71-79e7-11dd-8874-00188b01e34f");

    public static bool IsSystem(string solution) => Solutions.ContainsKey(solution);

    /// <summary>The id of a solution's row.</summary>
    public static Guid SolutionId(string uniqueName) =>
        Solutions.TryGetValue(uniqueName, out var id) ? id : DefinitionIds.Of("solution:" + uniqueName.ToLowerInvariant());

    public static Guid PublisherId(string uniqueName) => DefinitionIds.Of("publisher:" + uniqueName.ToLowerInvariant());
}
