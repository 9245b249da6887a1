using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>
/// Where a solution's declarations lie: the files of a folder that SolutionPackager unpacked, the one customizations.xml of an extracted
/// solution file, or both. Names are found whatever their case, since solutions come from Windows.
/// <see href="https://learn.microsoft.com/power-platform/alm/solution-packager-tool">SolutionPackager tool</see>
/// </summary>
internal sealed class SolutionSource
{
    private const string Customizations = "customizations.xml";

    private static readonly string[] Marks =
        ["Other", "Entities", "OptionSets", "Roles", "customapis", "environmentvariabledefinitions", "Workflows", "CanvasApps", "WebResources", "PluginAssemblies", "SdkMessageProcessingSteps"];

    private static readonly EnumerationOptions AnyCase = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false };
    private static readonly EnumerationOptions AnyCaseBelow = new() { MatchCasing = MatchCasing.CaseInsensitive, IgnoreInaccessible = false, RecurseSubdirectories = true };

    private readonly string _folder;
    private readonly XElement? _customizations;

    private SolutionSource(string folder, XElement? customizations)
    {
        _folder = folder;
        _customizations = customizations;
    }

    /// <summary>Global choices.</summary>
    public IEnumerable<XElement> Choices => Section("optionsets").Concat(Roots("OptionSets"));

    /// <summary>Tables, new ones and parts of tables that other solutions declare.</summary>
    public IEnumerable<XElement> Tables => Section("Entities").Concat(
        Folders("Entities").SelectMany(f => Directory.EnumerateFiles(f, "Entity.xml", AnyCase)).Select(SolutionXml.Load));

    /// <summary>Relations of both kinds. (Other/Relationships.xml lists the names only.)</summary>
    public IEnumerable<XElement> Relations => Section("EntityRelationships").Concat(
        Roots(Path.Combine("Other", "Relationships")).SelectMany(r => r.Elements()));

    public IEnumerable<XElement> Roles => Section("Roles").Concat(Roots("Roles"));

    public IEnumerable<XElement> FieldSecurityProfiles => Section("FieldSecurityProfiles").Concat(
        Files("Other", "FieldSecurityProfiles.xml").Select(SolutionXml.Load).SelectMany(r => r.Elements()));

    public IEnumerable<XElement> Steps => Section("SdkMessageProcessingSteps").Concat(Roots("SdkMessageProcessingSteps"));

    public IEnumerable<string> CustomApis => FilesBelow("customapis", "customapi.xml");

    public IEnumerable<string> EnvironmentVariables => FilesBelow("environmentvariabledefinitions", "environmentvariabledefinition.xml");

    /// <summary>The plug-in assemblies that the solution carries.</summary>
    public IEnumerable<string> Assemblies => FilesBelow("PluginAssemblies", "*.dll");

    /// <exception cref="SolutionException">There is no unpacked solution.</exception>
    public static SolutionSource Open(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SolutionException($"{folder}: there is no such solution folder.");
        }

        var other = Find(folder, "Other");
        var file = FindFile(folder, Customizations) ?? (other is null ? null : FindFile(other, Customizations));
        if (file is null && !Array.Exists(Marks, m => Find(folder, m) is not null))
        {
            // "pac solution clone" puts the unpacked files into src/ beside the project.
            return Find(folder, "src") is { } src && Find(src, "Other") is not null
                ? Open(src)
                : throw new SolutionException(
                    $"{folder}: there is no unpacked solution: neither {Path.Combine("Other", "Solution.xml")} of SolutionPackager nor the {Customizations} of an extracted solution file.");
        }

        return new SolutionSource(folder, file is null ? null : SolutionXml.Load(file));
    }

    private static string? Find(string folder, string name) =>
        Directory.EnumerateDirectories(folder, name, AnyCase).FirstOrDefault();

    private static string? FindFile(string folder, string name) =>
        Directory.EnumerateFiles(folder, name, AnyCase).FirstOrDefault();

    private string? Below(string path)
    {
        string? at = _folder;
        foreach (var name in path.Split(Path.DirectorySeparatorChar))
        {
            at = at is null ? null : Find(at, name);
        }

        return at;
    }

    private IEnumerable<string> Folders(string below) =>
        Below(below) is { } folder ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];

    private IEnumerable<string> Files(string below, string pattern) =>
        Below(below) is { } folder ? Directory.EnumerateFiles(folder, pattern, AnyCase).Order(StringComparer.Ordinal) : [];

    private IEnumerable<string> FilesBelow(string below, string pattern) =>
        Below(below) is { } folder ? Directory.EnumerateFiles(folder, pattern, AnyCaseBelow).Order(StringComparer.Ordinal) : [];

    // Where both packages were unpacked into one folder, NAME_managed.xml is the managed twin of NAME.xml.
    private IEnumerable<XElement> Roots(string below)
    {
        const string Managed = "_managed.xml";
        var files = Files(below, "*.xml").ToList();
        var plain = files.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return files
            .Where(f => !f.EndsWith(Managed, StringComparison.OrdinalIgnoreCase) || !plain.Contains(f[..^Managed.Length] + ".xml"))
            .Select(SolutionXml.Load);
    }

    private IEnumerable<XElement> Section(string name) => _customizations?.Child(name)?.Elements() ?? [];
}
