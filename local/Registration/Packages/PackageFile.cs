using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;

namespace CrmAddon.Local.Registration.Packages;

/// <summary>
/// A NuGet package of plug-ins: the assemblies in <c>lib/net462</c> or <c>lib/net471</c>, the plug-ins and what they bring along.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/build-and-package#dependent-assemblies">Dependent assemblies</see>
/// </summary>
/// <param name="Id">The package's id, of its nuspec.</param>
/// <param name="Version">The package's version, of its nuspec.</param>
/// <param name="Assemblies">The files by the simple name of the assembly.</param>
internal sealed record PackageFile(string Id, string Version, IReadOnlyDictionary<string, byte[]> Assemblies)
{
    /// <summary>The platform's limit.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    private static readonly string[] Frameworks = ["net471", "net462"];

    /// <param name="content">The package as the column keeps it: base64.</param>
    public static PackageFile Read(string content)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(content);
        }
        catch (FormatException)
        {
            throw RegistrationFaults.Package("its content is not base64.");
        }

        if (bytes.Length > MostBytes)
        {
            throw RegistrationFaults.Package($"it has {bytes.Length / 1048576d:0.0} MB, but 16 MB are allowed.");
        }

        try
        {
            using var zip = new ZipArchive(new MemoryStream(bytes));
            return Read(zip);
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw RegistrationFaults.Package($"its content is not a NuGet package ({RegistrationFaults.Reason(e)}).");
        }
    }

    private static PackageFile Read(ZipArchive zip)
    {
        var files = zip.Entries.ToLookup(e => Uri.UnescapeDataString(e.FullName).Replace('\\', '/'), StringComparer.OrdinalIgnoreCase);
        var nuspec = files.FirstOrDefault(f => !f.Key.Contains('/', StringComparison.Ordinal) && f.Key.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase))?.First()
            ?? throw RegistrationFaults.Package("its content is not a NuGet package (it has no nuspec).");
        using var reader = nuspec.Open();
        var metadata = XDocument.Load(reader).Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "metadata");
        foreach (var framework in Frameworks)
        {
            var folder = $"lib/{framework}/";
            var assemblies = files
                .Where(f => f.Key.StartsWith(folder, StringComparison.OrdinalIgnoreCase) && f.Key.IndexOf('/', folder.Length) < 0 && f.Key.EndsWith(".dll", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(f => Path.GetFileNameWithoutExtension(f.Key), f => Bytes(f.First()), StringComparer.OrdinalIgnoreCase);
            if (assemblies.Count > 0)
            {
                return new PackageFile(Text(metadata, "id"), Text(metadata, "version"), assemblies);
            }
        }

        throw RegistrationFaults.Package("No supported target framework folder was found: assemblies are taken from 'lib/net471' or 'lib/net462'.");
    }

    private static string Text(XElement? metadata, string name) => metadata?.Elements().FirstOrDefault(e => e.Name.LocalName == name)?.Value.Trim()
        ?? throw RegistrationFaults.Package($"its nuspec names no {name}.");

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var from = entry.Open();
        using var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }
}
