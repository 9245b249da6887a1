using System;
using System.IO;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Worker.Deployment.Given;

/// <summary>A solution file that is to be deployed.</summary>
/// <param name="UniqueName">The solution's unique name.</param>
/// <param name="Version">Its version.</param>
/// <param name="IsManaged">Whether the file is a managed solution.</param>
/// <param name="Prefix">The publisher's prefix, without the underscore.</param>
/// <param name="Content">The file.</param>
/// <param name="Files">What the file holds, as unpacked files.</param>
internal sealed record GivenSolution(string UniqueName, Version Version, bool IsManaged, string Prefix, byte[] Content, SolutionFiles Files)
{
    /// <summary>The add-on's own solution.</summary>
    public const string AddOn = "CrmAddon";

    /// <summary>Tells contents apart; the same contents packed again have the same.</summary>
    public string Hash { get; } = ContentHash.Of(Content, _ => true);

    /// <summary>Reads a solution file.</summary>
    /// <exception cref="DeploymentException">It is missing, damaged, or another solution.</exception>
    public static GivenSolution Read(string path)
    {
        var name = Path.GetFileName(path);
        if (!File.Exists(path))
            throw new DeploymentException($"There is no solution file at {path}: build the project first (dotnet build), or name the file by --solution.");
        try
        {
            var content = File.ReadAllBytes(path);
            var files = SolutionPackage.Unpack(new MemoryStream(content));
            var manifest = files.Manifest;
            var prefix = (string?)manifest.Xml.Element("Publisher")?.Element("CustomizationPrefix") ?? throw new InvalidDataException("its publisher has no prefix");
            var solution = new GivenSolution(manifest.UniqueName, manifest.Version, manifest.Type == PackageType.Managed, prefix, content, files);
            return solution.UniqueName == AddOn
                ? solution
                : throw new DeploymentException($"{name} holds the solution {solution.UniqueName}, not {AddOn}: name the add-on's solution file by --solution.");
        }
        catch (Exception e) when (e is InvalidDataException or SolutionPackageException)
        {
            throw new DeploymentException($"{name} is no solution file, or a damaged one ({e.Message.TrimEnd('.')}). Build it again (dotnet build), or take the file anew from where it came from.", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DeploymentException($"{name} can't be read: {e.Message}", e);
        }
    }
}
