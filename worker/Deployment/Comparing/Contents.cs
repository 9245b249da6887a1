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
            .Where(component => component.Kind is not ("file" or Component.Commands))
            .GroupBy(component => component.Kind)
            .Select(kind => Line(kind.Key, [.. kind.SelectMany(component => Names(component, files)).Distinct()])),
    ];

    private static IEnumerable<string> Names(Component component, SolutionFiles files) => component.Kind == Component.Profiles
        ? files.Xml(component.Path).Root!.Elements().Select(profile => (string?)profile.Attribute("name") ?? "")
        : [component.Name];

    private static string Line(string kind, List<string> names) =>
        $"+ {names.Count} {kind}{(names.Count == 1 || kind.EndsWith(" of", StringComparison.Ordinal) || kind == Component.Profiles ? "" : "s")}{(names.Count <= Named ? ": " + string.Join(", ", names) : "")}";
}
