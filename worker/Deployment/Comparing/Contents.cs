using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Worker.Deployment.Comparing;

/// <summary>What a solution holds, in a line for each kind of component: for an environment that has none of it.</summary>
internal static class Contents
{
    private const int Named = 30;

    public static IReadOnlyList<string> Of(SolutionFiles files) =>
    [
        .. Component.In(files)
            .Where(component => component.Kind is not "file" and not "commands of table")
            .GroupBy(component => component.Kind)
            .Select(kind => Line(kind.Key, [.. kind.Select(component => component.Name).Distinct()])),
    ];

    private static string Line(string kind, List<string> names) =>
        $"+ {names.Count} {kind}{(names.Count == 1 || kind.EndsWith(" of", StringComparison.Ordinal) ? "" : "s")}{(names.Count <= Named ? ": " + string.Join(", ", names) : "")}";
}
