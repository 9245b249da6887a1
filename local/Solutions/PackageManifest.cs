using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Metadata.Reading;

namespace CrmAddon.Local.Solutions;

/// <summary>What a solution says of itself in Other/Solution.xml.</summary>
internal sealed class PackageManifest
{
    public const string Path = "Other/Solution.xml";

    private readonly XElement _xml;

    private PackageManifest(XElement xml)
    {
        _xml = xml;
        UniqueName = xml.RequiredText("UniqueName");
        Version = Version.TryParse(xml.RequiredText("Version"), out var version) ? version : throw xml.Child("Version")!.Error($"'{xml.Text("Version")}' is no version such as 1.0.0.0.");
        Publisher = xml.Child("Publisher") is { } publisher ? new PackagePublisher(publisher) : throw xml.Error("<SolutionManifest> has no <Publisher>.");
        Components = [.. (xml.Child("RootComponents")?.Elements() ?? []).Select(RootComponent.Read)];
    }

    public string UniqueName { get; }

    public Version Version { get; }

    public PackagePublisher Publisher { get; }

    /// <summary>Whether its components can't be changed where it is installed.</summary>
    public bool IsManaged => _xml.Text("Managed") == "1";

    public LocalText? FriendlyName => _xml.Child("LocalizedNames").Text();

    public LocalText? Description => _xml.Child("Descriptions").Text();

    public IReadOnlyList<RootComponent> Components { get; }

    /// <summary>Components of other solutions that this one can't do without, each with the solution that has it.</summary>
    public IEnumerable<(RootComponent Required, string Name, string? Solution)> Requires =>
        from missing in _xml.Child("MissingDependencies")?.Elements() ?? []
        let required = missing.Child("Required")
        where required is not null
        let component = RootComponent.Read(required)
        select (component, required.Attribute("displayName")?.Value ?? component.Name, required.Attribute("solution")?.Value);

    /// <summary>Null where the solution has no manifest, as folders of fragments may.</summary>
    public static PackageManifest? Find(SolutionTree tree) =>
        tree.Files("Other", "Solution.xml").Concat(tree.Files("", "solution.xml")).FirstOrDefault() is { } file ? Read(SolutionXml.Load(file)) : null;

    private static PackageManifest Read(XElement root) => new(root.Child("SolutionManifest") ?? throw root.Error("there is no <SolutionManifest>."));
}

/// <summary>Who publishes a solution.</summary>
internal sealed class PackagePublisher(XElement xml)
{
    public string UniqueName { get; } = xml.RequiredText("UniqueName");

    public LocalText? FriendlyName => xml.Child("LocalizedNames").Text();

    public LocalText? Description => xml.Child("Descriptions").Text();

    public string Prefix => xml.Text("CustomizationPrefix") ?? "new";

    public int? OptionPrefix => xml.Number("CustomizationOptionValuePrefix");
}

/// <summary>A component that belongs to a solution: of a kind, told by name or id.</summary>
internal sealed record RootComponent(int Type, string? SchemaName, Guid? Id, int Behavior)
{
    /// <summary>What messages call it.</summary>
    public string Name => SchemaName ?? Id?.ToString("B") ?? "";

    public static RootComponent Read(XElement element) => new(
        element.RequiredNumberAttribute("type"),
        element.Attribute("schemaName")?.Value,
        element.Attribute("id")?.Value is { Length: > 0 } id && Guid.TryParse(id, out var known) ? known : null,
        element.Attribute("behavior") is null ? 0 : element.RequiredNumberAttribute("behavior"));
}
