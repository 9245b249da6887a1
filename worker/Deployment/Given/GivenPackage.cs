using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using CrmAddon.Registration;

namespace CrmAddon.Worker.Deployment.Given;

/// <summary>A plug-in package that is to be deployed, and what its plug-in classes declare.</summary>
/// <param name="Id">The package's id.</param>
/// <param name="Version">Its version.</param>
/// <param name="Content">The file.</param>
/// <param name="Assembly">The plug-in assembly: classes, steps, images, custom APIs.</param>
internal sealed record GivenPackage(string Id, string Version, byte[] Content, PluginAssemblyInfo Assembly)
{
    /// <summary>The platform takes no larger packages.</summary>
    private const int LargestFile = 16 * 1024 * 1024;

    /// <summary>Tells contents apart: what NuGet makes up anew with each packing does not count.</summary>
    public string Hash { get; } = ContentHash.Of(
        Content, name => name.StartsWith("lib/", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a plug-in package; none of its code is run.</summary>
    /// <exception cref="DeploymentException">It is missing, damaged, or holds no plug-ins.</exception>
    public static GivenPackage Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new DeploymentException($"There is no plug-in package at {path}: build the project first (dotnet build), or name the file by --package.");
        try
        {
            var content = File.ReadAllBytes(path);
            return content.Length <= LargestFile
                ? Read(name, content)
                : throw new DeploymentException($"{name} is larger than the 16 MB that Dataverse takes.");
        }
        catch (Exception e) when (e is InvalidDataException or XmlException)
        {
            throw new DeploymentException($"{name} is no plug-in package, or a damaged one ({e.Message.TrimEnd('.')}). Build it again (dotnet build plugins), or take the file anew from where it came from.", e);
        }
        catch (RegistrationException e)
        {
            throw new DeploymentException($"{name}: {e.Message}", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeploymentException($"{name} can't be read: {e.Message}", e);
        }
    }

    private static GivenPackage Read(string name, byte[] content)
    {
        using var zip = new ZipArchive(new MemoryStream(content));
        var nuspec = zip.Entries.FirstOrDefault(part => part.FullName == part.Name && part.Name.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidDataException("it has no .nuspec");
        using var stream = nuspec.Open();
        var metadata = XDocument.Load(stream).Descendants().FirstOrDefault(element => element.Name.LocalName == "metadata");
        string Of(string element) => metadata?.Elements().FirstOrDefault(child => child.Name.LocalName == element)?.Value.Trim() is { Length: > 0 } value
            ? value
            : throw new InvalidDataException($"its .nuspec names no {element}");

        return new GivenPackage(Of("id"), Of("version"), content, ReadAssembly(name, zip, Of("id") + ".dll"));
    }

    // The reader wants files, with what the assembly refers to beside it.
    private static PluginAssemblyInfo ReadAssembly(string name, ZipArchive zip, string file)
    {
        var folder = Scratch();
        try
        {
            foreach (var part in zip.Entries.Where(part => IsLibrary(part.FullName)))
                part.ExtractToFile(Path.Combine(folder.FullName, part.Name), overwrite: true);
            var path = Path.Combine(folder.FullName, file);
            var assembly = File.Exists(path) ? PluginRegistration.Read(path) : throw new DeploymentException($"{name} holds no lib/net462/{file}: it is no package of this add-on's plug-ins.");
            return assembly.Types.Count > 0 ? assembly : throw new DeploymentException($"{name}: {file} holds no plug-in class.");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DirectoryInfo Scratch()
    {
        try
        {
            return Directory.CreateTempSubdirectory("crmaddon-deploy-");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeploymentException($"The folder for temporary files, {Path.GetTempPath()}, can't be written to: name another by {(OperatingSystem.IsWindows() ? "TMP" : "TMPDIR")}.", e);
        }
    }

    private static bool IsLibrary(string part) =>
        part.StartsWith("lib/net462/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
}
