using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>The folder while it is packed: which file stands for a component in this type of package, and which files somebody has asked for.</summary>
internal sealed class PackSource(SolutionFiles files, PackageType type)
{
    private const string ManagedEnding = SolutionPackage.ManagedEnding;

    private readonly HashSet<string> _left = [.. files.Paths];

    /// <summary>Files that no component has asked for and that are not another type's variant.</summary>
    public IEnumerable<string> Left => _left.Where(path => !SolutionPackage.IsVariant(path)).Order(StringComparer.Ordinal);

    /// <summary>Paths below a folder whose file has this name, as the platform's own order is: without regard to case.</summary>
    public IReadOnlyList<string> Below(string folder, Func<string, bool> fits) =>
    [
        .. files.Paths.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal) && fits(Plain(p)[(folder.Length + 1)..]))
            .Select(Plain).Distinct().Order(StringComparer.OrdinalIgnoreCase).Where(p => Variant(p) is not null),
    ];

    public bool Has(string path) => Variant(path) is not null;

    public byte[] Bytes(string path)
    {
        var variant = Variant(path) ?? path;
        _left.Remove(variant);
        _left.Remove(path);
        return files[variant];
    }

    /// <summary>The root element of a component's file, which must have this name.</summary>
    public XElement Root(string path, string name)
    {
        var root = SolutionXml.Read(path, Bytes(path)).Root!;
        return root.Name.LocalName == name ? root : throw new SolutionPackageException($"{path} should begin with <{name}>, not with <{root.Name.LocalName}>.");
    }

    private static string Plain(string path) => SolutionPackage.IsVariant(path) ? path[..^ManagedEnding.Length] + ".xml" : path;

    private string? Variant(string path)
    {
        var managed = path.EndsWith(".xml", StringComparison.Ordinal) ? path[..^".xml".Length] + ManagedEnding : path;
        if (type == PackageType.Managed && files.Has(managed))
            return managed;
        return files.Has(path) ? path : null;
    }
}
