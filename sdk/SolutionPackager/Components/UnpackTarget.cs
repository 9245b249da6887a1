using System.Collections.Generic;
using System.Xml.Linq;
using CrmAddon.SolutionPackager.Zips;

namespace CrmAddon.SolutionPackager.Components;

/// <summary>The folder while a package is taken apart: files by path, and the parts of the zip that components bring along.</summary>
internal sealed class UnpackTarget(PackageParts parts)
{
    private readonly Dictionary<string, byte[]> _files = [];

    /// <summary>Paths of the kinds that look different in a managed package, so that they get a file for each type.</summary>
    private readonly HashSet<string> _varying = [];

    public PackageParts Parts => parts;

    public SolutionFiles Files => new(_files);

    public IReadOnlySet<string> Varying => _varying;

    public void Add(string path, XElement root, bool varies = false)
    {
        Add(path, SolutionXml.WriteFile(root));
        if (varies)
            _varying.Add(path);
    }

    public void Add(string path, byte[] content)
    {
        if (!_files.TryAdd(FilePath.Checked(path, "The package"), content))
            throw new SolutionPackageException($"Two components of the package would be written to {path}.");
    }
}
