using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager;

/// <summary>
/// The files of an unpacked solution by path ("Entities/cov_Partner/Entity.xml"), in memory; unchangeable. Paths are compared as they are
/// written; two that differ only in case are refused, because they would be one file on some systems.
/// </summary>
public sealed class SolutionFiles
{
    private readonly SortedDictionary<string, byte[]> _files = new(StringComparer.Ordinal);

    /// <summary>A solution of these files.</summary>
    /// <exception cref="SolutionPackageException">A path leads out of the folder, or comes twice.</exception>
    public SolutionFiles(IEnumerable<KeyValuePair<string, byte[]>> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, content) in files)
        {
            var path = FilePath.Checked(name, "The solution");
            if (!seen.TryAdd(path, path))
                throw new SolutionPackageException($"The solution holds both {seen[path]} and {path}, which are one file on some systems.");
            _files.Add(path, content);
        }
    }

    /// <summary>All paths, in ordinal order.</summary>
    public IReadOnlyCollection<string> Paths => _files.Keys;

    /// <summary>What the solution says of itself.</summary>
    /// <exception cref="SolutionPackageException">There is no manifest, or it is incomplete.</exception>
    public SolutionManifest Manifest => SolutionManifest.Read(Xml(SolutionManifest.Path));

    /// <summary>The bytes of a file.</summary>
    /// <exception cref="SolutionPackageException">There is no such file.</exception>
    [SuppressMessage("Design", "CA1043", Justification = "A path is the natural key of a file.")]
    public byte[] this[string path] => _files.TryGetValue(path, out var content)
        ? content
        : throw new SolutionPackageException($"The solution has no file {path}.");

    /// <summary>All files below a folder of the computer.</summary>
    /// <exception cref="SolutionPackageException">There is no such folder.</exception>
    public static SolutionFiles Read(string folder)
    {
        if (!Directory.Exists(folder))
            throw new SolutionPackageException($"There is no folder {folder}.");
        return new SolutionFiles(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => KeyValuePair.Create(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllBytes(file))));
    }

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string path) => _files.ContainsKey(path);

    /// <summary>A file as XML, with the lines on which its elements stand.</summary>
    /// <exception cref="SolutionPackageException">There is no such file, or it is not well-formed.</exception>
    public XDocument Xml(string path) => SolutionXml.Read(path, this[path]);

    /// <summary>The same with one file more, or another content of it.</summary>
    public SolutionFiles With(string path, byte[] content) =>
        new(_files.Where(f => f.Key != path).Append(KeyValuePair.Create(path, content)));

    /// <summary>The same with a text file more, or another content of it.</summary>
    public SolutionFiles With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>The same without a file.</summary>
    public SolutionFiles Without(string path) => new(_files.Where(f => f.Key != path));

    /// <summary>
    /// Writes what differs into a folder; a file that is as it should be is not touched. Files of the folder that the solution doesn't have
    /// stay, unless <paramref name="delete"/> is set.
    /// </summary>
    /// <returns>The paths that were written or deleted, in order.</returns>
    public IReadOnlyList<string> Write(string folder, bool delete = false)
    {
        var changed = new List<string>();
        foreach (var (path, content) in _files)
        {
            var file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
            if (File.Exists(file) && content.AsSpan().SequenceEqual(File.ReadAllBytes(file)))
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllBytes(file, content);
            changed.Add(path);
        }

        if (delete)
        {
            foreach (var path in Read(folder).Paths.Where(p => !Has(p)))
            {
                File.Delete(Path.Combine(folder, path));
                changed.Add(path);
            }
        }

        return changed;
    }
}
