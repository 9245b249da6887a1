using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;
using CrmAddon.Worker.Deployment;
using CrmAddon.Worker.Deployment.Given;

namespace CrmAddon.Deployment.Tests;

/// <summary>Other versions of the add-on's solution, made of the one that the build left.</summary>
internal static class Solutions
{
    public static SolutionFiles Present => GivenFiles.Solution(new DeploymentOptions()).Files;

    /// <summary>The solution of an earlier time: another version, and what the caller takes away or alters.</summary>
    public static SolutionFiles Version(string version, Func<SolutionFiles, SolutionFiles>? alter = null) =>
        Altered(alter?.Invoke(Present) ?? Present, "Other/Solution.xml", manifest => manifest.Descendants("Version").First().Value = version);

    /// <summary>A file with some other XML.</summary>
    public static SolutionFiles Altered(SolutionFiles files, string path, Action<XElement> alter)
    {
        var xml = files.Xml(path);
        alter(xml.Root!);
        return files.With(path, xml.ToString());
    }

    /// <summary>A table without one of its columns.</summary>
    public static SolutionFiles WithoutColumn(SolutionFiles files, string table, string column) => Altered(
        files, $"Entities/{table}/Entity.xml",
        entity => entity.Descendants("attribute").Single(attribute => ((string?)attribute.Attribute("PhysicalName"))?.ToLowerInvariant() == column).Remove());

    /// <summary>Packs a solution.</summary>
    public static string Write(SolutionFiles files, string path, bool managed = false)
    {
        // A zip that was unpacked says which kind it is; the source stands for both.
        var both = Altered(files, "Other/Solution.xml", manifest => manifest.Descendants("Managed").First().Value = "2");
        using var stream = File.Create(path);
        SolutionPackage.Pack(both, stream, managed);
        return path;
    }
}
