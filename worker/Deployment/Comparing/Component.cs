using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Worker.Deployment.Comparing;

/// <summary>A component of a solution, as people call it, and the file that holds it.</summary>
/// <param name="Kind">What it is, such as <c>view</c>.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Path">The unpacked file.</param>
internal sealed record Component(string Kind, string Name, string Path)
{
    private static readonly (string Folder, string Kind)[] InTables =
        [("FormXml", "form"), ("SavedQueries", "view"), ("Visualizations", "chart")];

    private static readonly (string Folder, string Kind)[] Elsewhere =
    [
        ("AppModules", "app"), ("AppModuleSiteMaps", "site map"), ("customapis", "custom API"), ("Dashboards", "dashboard"), ("duplicaterules", "duplicate rule"),
        ("environmentvariabledefinitions", "environment variable"), ("OptionSets", "choice"), ("Other/Relationships", "relations of"), ("Roles", "role"),
        ("WebResources", "web resource"),
    ];

    /// <summary>The kind of the file of column security profiles, which holds all of them.</summary>
    public const string Profiles = "column security profiles";

    /// <summary>The kind of a table's command bar: every table has its file, most without anything in it.</summary>
    public const string Commands = "commands of table";

    // What deploy registers itself is compared row by row, and the manifest is told as the solution's version.
    private static readonly string[] Registered = ["PluginAssemblies/", "pluginpackages/", "SdkMessageProcessingSteps/"];

    /// <summary>The components in a solution's files, in the order in which they are told.</summary>
    public static IEnumerable<Component> In(SolutionFiles files) => files.Paths
        .Where(path => !Registered.Any(folder => path.StartsWith(folder, StringComparison.OrdinalIgnoreCase)) && path is not ("Other/Solution.xml" or "Other/Relationships.xml"))
        .Select(path => Of(path, files))
        .OrderBy(component => component.Kind, StringComparer.Ordinal).ThenBy(component => component.Name, StringComparer.Ordinal).ThenBy(component => component.Path, StringComparer.Ordinal);

    private static Component Of(string path, SolutionFiles files)
    {
        var parts = path.Split('/');
        if (parts is ["Entities", var table, .. var rest])
        {
            return rest switch
            {
                ["Entity.xml"] => new("table", table, path),
                ["RibbonDiff.xml"] => new(Commands, table, path),
                _ => InTables.FirstOrDefault(kind => kind.Folder == rest[0]) is { Kind: { } inTable } ? new(inTable, $"{Label(path, files)} of {table}", path) : new("file", path, path),
            };
        }

        switch (parts)
        {
            case ["customapis", var api, "customapirequestparameters", var parameter, ..]:
                return new("custom API parameter", $"{api}.{parameter}", path);
            case ["Other", "FieldSecurityProfiles.xml"]:
                return new(Profiles, "", path);
            case ["Workflows", var file]:
                return new("business rule", RuleName(file, files) ?? file, path);
            case ["customapis", var api, "customapiresponseproperties", var result, ..]:
                return new("custom API result", $"{api}.{result}", path);
        }

        if (Elsewhere.FirstOrDefault(kind => path.StartsWith(kind.Folder + "/", StringComparison.OrdinalIgnoreCase)) is not { Kind: { } kind } found)
            return new("file", path, path);
        // The label of what has a name of its own is no help: it is known by that name.
        var inside = path[(found.Folder.Length + 1)..];
        return new(kind, kind is "dashboard" ? Label(path, files) : Named(inside), path);
    }

    private static string Named(string inside)
    {
        foreach (var end in new[] { ".data.xml", ".xml" })
        {
            if (inside.EndsWith(end, StringComparison.Ordinal))
                inside = inside[..^end.Length];
        }

        var parts = inside.Split('/');
        return parts.Length > 1 && parts[^1].Equals(parts[0], StringComparison.OrdinalIgnoreCase) ? parts[0]
            : parts is [var name, "customapi" or "environmentvariabledefinition" or "AppModule" or "AppModuleSiteMap" or "duplicaterule"] ? name
            : inside;
    }

    // The logic (.xaml) has its name in the row beside it.
    private static string? RuleName(string file, SolutionFiles files)
    {
        var row = "Workflows/" + (file.EndsWith(".data.xml", StringComparison.OrdinalIgnoreCase) ? file : file + ".data.xml");
        return files.Paths.Contains(row) ? (string?)files.Xml(row).Root!.Attribute("Name") : null;
    }

    private static string Label(string path, SolutionFiles files)
    {
        var root = path.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) ? files.Xml(path).Root : null;
        var names = root?.Descendants("LocalizedName").Where(name => name.Ancestors("form").FirstOrDefault() is null).ToList() ?? [];
        return (names.FirstOrDefault(name => (string?)name.Attribute("languagecode") == "1033") ?? names.FirstOrDefault())?.Attribute("description")?.Value
            ?? path.Split('/')[^1];
    }
}
