using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.SolutionPackager;
using CrmAddon.Worker.Deployment.SalesForm;

namespace CrmAddon.Worker.Deployment.Comparing;

/// <summary>What a solution file would change in an environment, component by component, for people.</summary>
internal static class SolutionComparison
{
    /// <summary>The differences as lines; none where there are none.</summary>
    /// <param name="stands">The solution as the environment holds it.</param>
    /// <param name="given">The solution that is to be imported, unmanaged.</param>
    public static IEnumerable<string> Of(SolutionFiles stands, SolutionFiles given)
    {
        var present = Component.In(stands).ToDictionary(component => component.Path, StringComparer.OrdinalIgnoreCase);
        var wanted = Component.In(given).ToDictionary(component => component.Path, StringComparer.OrdinalIgnoreCase);
        HashSet<string> told = [];
        foreach (var component in wanted.Values)
        {
            if (!present.TryGetValue(component.Path, out var before))
            {
                // A new table has its commands with it, and a component of two files is one.
                if (component.Kind != Component.Commands && told.Add(Title(component)))
                    yield return $"+ {Title(component)}";
                continue;
            }

            var lines = Differences(component, stands, before.Path, given);
            if (lines.Count == 0)
                continue;
            yield return $"~ {Title(component)}";
            foreach (var line in lines)
                yield return "    " + line;
        }

        foreach (var component in present.Values.Where(component => !wanted.ContainsKey(component.Path) && !IsFormWithTab(component.Path, stands)))
            yield return $"  {Title(component)} is in the environment alone; it stays (an unmanaged import takes nothing away)";
    }

    private static string Title(Component component) => $"{component.Kind} {component.Name}".TrimEnd();

    // Forms of others that got the partner tab belong to the solution since; they are compared by themselves.
    private static bool IsFormWithTab(string path, SolutionFiles files) =>
        path.Contains("/FormXml/main/", StringComparison.Ordinal) && files.Xml(path).Root!.Descendants("form").FirstOrDefault() is { } form && PartnerTab.IsIn(form);

    private static IReadOnlyList<string> Differences(Component component, SolutionFiles stands, string path, SolutionFiles given)
    {
        if (stands[path].AsSpan().SequenceEqual(given[component.Path]))
            return [];
        return component.Path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
            ? XmlDifference.Of(stands.Xml(path).Root!, given.Xml(component.Path).Root!)
            : [component.Path.EndsWith(".xaml", StringComparison.OrdinalIgnoreCase) ? "another logic" : "another content"];
    }
}
