using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;
using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>A solution whose files are in memory: one that was imported.</summary>
/// <param name="name">What messages call it, such as <c>CrmAddon.zip</c>.</param>
/// <param name="files">The files by path.</param>
internal sealed class MemoryTree(string name, IReadOnlyDictionary<string, byte[]> files) : SolutionTree
{
    public string Name => name;

    public override bool Has(string folder) => files.Keys.Any(path => IsBelow(path, folder));

    public override IEnumerable<SolutionFile> Files(string folder, string name, bool below = false) => files
        .Where(f => IsBelow(f.Key, folder) && (below || f.Key.IndexOf('/', Prefix(folder)) < 0) && FileSystemName.MatchesSimpleExpression(name, f.Key.AsSpan(f.Key.LastIndexOf('/') + 1)))
        .OrderBy(f => f.Key, StringComparer.Ordinal)
        .Select(f => new SolutionFile(f.Key, $"{Name}/{f.Key}", () => new MemoryStream(f.Value, writable: false)));

    private static int Prefix(string folder) => folder.Length == 0 ? 0 : folder.Length + 1;

    private static bool IsBelow(string path, string folder) =>
        folder.Length == 0 || (path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.OrdinalIgnoreCase));
}
