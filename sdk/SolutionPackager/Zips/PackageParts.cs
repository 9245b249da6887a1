using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;

namespace CrmAddon.SolutionPackager.Zips;

/// <summary>The files inside a solution zip by path; each is taken by the component that it belongs to, what nobody takes stays what it is.</summary>
internal sealed class PackageParts
{
    internal const string Manifest = "solution.xml";
    internal const string Customizations = "customizations.xml";

    /// <summary>The platform takes zips of up to 128 MB; nothing that unpacks to more than this is a solution.</summary>
    private const long LargestUnpacked = 1L << 30;

    private static readonly DateTimeOffset EveryTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, byte[]> _parts = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What has not been taken yet.</summary>
    public IEnumerable<KeyValuePair<string, byte[]>> Rest => _parts;

    public static PackageParts Read(Stream zip)
    {
        var parts = new PackageParts();
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            var total = 0L;
            foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/') && !e.FullName.EndsWith('\\')))
            {
                total += entry.Length;
                if (total > LargestUnpacked)
                    throw new SolutionPackageException("The package unpacks to more than a gigabyte: it is no solution.");
                var content = new byte[entry.Length];
                using (var stream = entry.Open())
                {
                    stream.ReadExactly(content);
                    if (stream.ReadByte() >= 0)
                        throw new InvalidDataException($"{entry.FullName} is longer than the zip says.");
                }

                parts.Add(entry.FullName, content);
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new SolutionPackageException($"The package is no zip file, or it is damaged: {e.Message}", e);
        }

        foreach (var needed in new[] { Manifest, Customizations })
        {
            if (!parts._parts.ContainsKey(needed))
                throw new SolutionPackageException($"The package holds no {needed}: it is no solution.");
        }

        return parts;
    }

    public void Add(string name, byte[] content)
    {
        var path = FilePath.Checked(name, "The package");
        if (!_parts.TryAdd(path, content))
            throw new SolutionPackageException($"The package holds {path} twice.");
    }

    public bool Has(string name) => _parts.ContainsKey(name);

    /// <summary>Takes a part out.</summary>
    /// <param name="name">Path of the part; a leading slash, as the document writes it, does not count.</param>
    /// <param name="by">Who names the part, for the refusal.</param>
    public byte[] Take(string name, string by) => _parts.Remove(name.TrimStart('/'), out var content)
        ? content
        : throw new SolutionPackageException($"{by} names the file {name}, which the package does not hold.");

    /// <summary>The same bytes for the same parts: fixed order, fixed times.</summary>
    public void Write(Stream zip)
    {
        using var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true);
        var names = _parts.Keys.Where(name => name is not (Manifest or Customizations)).Order(StringComparer.Ordinal).ToList();
        Write(archive, ContentTypes.Path, ContentTypes.Of([Manifest, Customizations, .. names]));
        foreach (var name in names.Prepend(Customizations).Prepend(Manifest))
            Write(archive, name, _parts[name]);
    }

    private static void Write(ZipArchive archive, string name, byte[] content)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = EveryTime;
        entry.ExternalAttributes = 0;
        using var stream = entry.Open();
        stream.Write(content);
    }
}
