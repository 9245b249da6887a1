using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrmAddon.Plugins.Tests.Package;

/// <summary>The plug-in package that a build leaves in plugins/bin.</summary>
internal static class PluginPackage
{
    public static string Path { get; } = Directory
        .GetFiles(System.IO.Path.Combine(Repository.Root, "plugins", "bin"), "CrmAddon.Plugins.*.nupkg")
        .OrderByDescending(File.GetLastWriteTimeUtc)
        .First();

    /// <summary>The assemblies under lib, by their path in the package, with the names of the assemblies that each refers to.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Assemblies()
    {
        using var package = ZipFile.OpenRead(Path);
        return package.Entries
            .Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal))
            .ToDictionary(entry => entry.FullName, References, StringComparer.Ordinal);
    }

    /// <summary>Puts the assemblies into a folder.</summary>
    public static void Extract(string folder)
    {
        using var package = ZipFile.OpenRead(Path);
        foreach (var entry in package.Entries.Where(entry => entry.FullName.StartsWith("lib/", StringComparison.Ordinal)))
            entry.ExtractToFile(System.IO.Path.Combine(folder, entry.Name));
    }

    private static IReadOnlyList<string> References(ZipArchiveEntry entry)
    {
        using var bytes = new MemoryStream();
        using (var content = entry.Open())
            content.CopyTo(bytes);

        bytes.Position = 0;
        using var image = new PEReader(bytes);
        var metadata = image.GetMetadataReader();
        return metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .ToList();
    }
}
