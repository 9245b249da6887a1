using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>What the sources of plug-ins and worker name.</summary>
internal static class UsedBy
{
    private static readonly string[] Parts = ["plugins", "worker"];

    private static readonly Lazy<IReadOnlyList<string>> Sources = new(() =>
    [
        .. Parts.SelectMany(part => Directory.EnumerateFiles(Path.Combine(Repository.Root, part), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).Select(File.ReadAllText),
    ]);

    public static bool Code(string name) => Sources.Value.Any(text => text.Contains('"' + name + '"', StringComparison.Ordinal));
}
