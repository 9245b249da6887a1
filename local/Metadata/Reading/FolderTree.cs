using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>A solution in a folder of the disk.</summary>
internal sealed class FolderTree(string root) : SolutionTree
{
    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false };
    private static readonly EnumerationOptions AnyCaseBelow = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false, RecurseSubdirectories = true };

    /// <summary>The folder as it is called.</summary>
    public string Root => root;

    public override bool Has(string folder) => Find(folder) is not null;

    public override IEnumerable<SolutionFile> Files(string folder, string name, bool below = false) => Find(folder) is not { } found
        ? []
        : Directory.EnumerateFiles(found, name, below ? AnyCaseBelow : AnyCase)
            .Order(StringComparer.Ordinal)
            .Select(file => new SolutionFile(Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/'), file, () => File.OpenRead(file)));

    private string? Find(string folder)
    {
        string? at = root;
        foreach (var name in folder.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            at = at is null ? null : Directory.EnumerateDirectories(at, name, AnyCase).FirstOrDefault();
        }

        return at;
    }
}
