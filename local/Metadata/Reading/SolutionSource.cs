using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>
/// Where a solution's declarations lie: the files of a folder that SolutionPackager unpacked, the one customizations.xml of an extracted
/// solution file, or both.
/// <see href="https://learn.microsoft.com/power-platform/alm/solution-packager-tool">SolutionPackager tool</see>
/// </summary>
internal sealed class SolutionSource
{
    private const string Customizations = "customizations.xml";

    private static readonly string[] Marks =
        ["Other", "Entities", "OptionSets", "Roles", "customapis", "environmentvariabledefinitions", "Workflows", "CanvasApps", "WebResources", "PluginAssemblies", "SdkMessageProcessingSteps"];

    private readonly SolutionTree _tree;
    private readonly XElement? _customizations;

    private SolutionSource(SolutionTree tree, XElement? customizations)
    {
        _tree = tree;
        _customizations = customizations;
    }

    /// <summary>Global choices.</summary>
    public IEnumerable<XElement> Choices => Section("optionsets").Concat(Roots("OptionSets"));

    /// <summary>Tables, new ones and parts of tables that other solutions declare.</summary>
    public IEnumerable<XElement> Tables => Section("Entities").Concat(
        _tree.Files("Entities", "Entity.xml", below: true).Where(f => f.Path.Count(c => c == '/') == 2).Select(SolutionXml.Load));

    /// <summary>Relations of both kinds. (Other/Relationships.xml lists the names only.)</summary>
    public IEnumerable<XElement> Relations => Section("EntityRelationships").Concat(Roots("Other/Relationships").SelectMany(r => r.Elements()));

    public IEnumerable<XElement> Roles => Section("Roles").Concat(Roots("Roles"));

    public IEnumerable<XElement> FieldSecurityProfiles => Section("FieldSecurityProfiles").Concat(
        _tree.Files("Other", "FieldSecurityProfiles.xml").Select(SolutionXml.Load).SelectMany(r => r.Elements()));

    public IEnumerable<XElement> Steps => Section("SdkMessageProcessingSteps").Concat(Roots("SdkMessageProcessingSteps"));

    public IEnumerable<CustomApiMetadata> CustomApis =>
        _tree.Files("customapis", "customapi.xml", below: true).Select(f => CustomApiReader.Read(_tree, f));

    public IEnumerable<EnvironmentVariableMetadata> EnvironmentVariables =>
        _tree.Files("environmentvariabledefinitions", "environmentvariabledefinition.xml", below: true).Select(f => EnvironmentVariableReader.Read(_tree, f));

    /// <exception cref="SolutionException">There is no unpacked solution.</exception>
    public static SolutionSource Open(string folder) => Open(Tree(folder));

    public static SolutionSource Open(SolutionTree tree) => new(tree, Document(tree) is { } file ? SolutionXml.Load(file) : null);

    /// <summary>The files of the unpacked solution in a folder of the disk.</summary>
    /// <exception cref="SolutionException">There is no unpacked solution.</exception>
    public static FolderTree Tree(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new SolutionException($"{folder}: there is no such solution folder.");
        }

        var tree = new FolderTree(folder);
        if (Document(tree) is null && !Array.Exists(Marks, tree.Has))
        {
            // "pac solution clone" puts the unpacked files into src/ beside the project.
            return tree.Has("src/Other")
                ? Tree(Directory.EnumerateDirectories(folder, "src", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive }).First())
                : throw new SolutionException(
                    $"{folder}: there is no unpacked solution: neither {Path.Combine("Other", "Solution.xml")} of SolutionPackager nor the {Customizations} of an extracted solution file.");
        }

        return tree;
    }

    private static SolutionFile? Document(SolutionTree tree) =>
        tree.Files("", Customizations).FirstOrDefault() ?? tree.Files("Other", Customizations).FirstOrDefault();

    // Where both packages were unpacked into one folder, NAME_managed.xml is the managed twin of NAME.xml.
    private IEnumerable<XElement> Roots(string below)
    {
        const string Managed = "_managed.xml";
        var files = _tree.Files(below, "*.xml").ToList();
        var plain = files.Select(f => f.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return files
            .Where(f => !f.Path.EndsWith(Managed, StringComparison.OrdinalIgnoreCase) || !plain.Contains(f.Path[..^Managed.Length] + ".xml"))
            .Select(SolutionXml.Load);
    }

    private IEnumerable<XElement> Section(string name) => _customizations?.Child(name)?.Elements() ?? [];
}
