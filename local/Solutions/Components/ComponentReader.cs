using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions.Components;

/// <summary>All components of an unpacked solution that are rows, in an order in which they can be written.</summary>
internal static class ComponentReader
{
    /// <exception cref="SolutionException">A file is not readable, or lacks what every such file has.</exception>
    public static IReadOnlyList<Component> Read(SolutionTree tree) =>
    [
        .. TableParts.Read(tree), .. WebResources.Read(tree), .. Processes.Read(tree), .. CustomApis.Read(tree), .. DuplicateRules.Read(tree), .. Apps.Read(tree),
    ];

    /// <summary>The table whose folder a file lies in: <c>cov_partner</c> of <c>Entities/cov_Partner/SavedQueries/x.xml</c>.</summary>
    internal static string TableOf(SolutionFile file) => file.Path.Split('/')[1].ToLowerInvariant();

    /// <summary>Files of the kind <c>NAME.xml</c>, without their managed twins.</summary>
    internal static IEnumerable<SolutionFile> Plain(this IEnumerable<SolutionFile> files) =>
        files.Where(f => !f.Path.EndsWith("_managed.xml", StringComparison.OrdinalIgnoreCase));
}
