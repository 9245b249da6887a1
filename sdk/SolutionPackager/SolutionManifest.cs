using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;

namespace CrmAddon.SolutionPackager;

/// <summary>What a solution says of itself in <c>Other/Solution.xml</c>.</summary>
public sealed class SolutionManifest
{
    internal const string Path = "Other/Solution.xml";

    private SolutionManifest(XElement xml)
    {
        Xml = xml;
        UniqueName = Text("UniqueName");
        Version = Version.TryParse(Text("Version"), out var version) ? version : throw Wrong("Version", "is no version such as 1.0.0.0");
        Type = Text("Managed") switch
        {
            "0" => PackageType.Unmanaged,
            "1" => PackageType.Managed,
            "2" => PackageType.Both,
            _ => throw Wrong("Managed", "is neither 0 (unmanaged), 1 (managed) nor 2 (both)"),
        };
        RootComponents = [.. xml.Elements("RootComponents").Elements("RootComponent").Select(RootComponent.Read)];
    }

    /// <summary>The element <c>SolutionManifest</c>.</summary>
    public XElement Xml { get; }

    /// <summary>Name by which environments know the solution.</summary>
    public string UniqueName { get; }

    /// <summary>Four numbers; an import compares them.</summary>
    public Version Version { get; }

    /// <summary>What can be packed from the folder, or what the zip is.</summary>
    public PackageType Type { get; }

    /// <summary>The components that belong to the solution.</summary>
    public IReadOnlyList<RootComponent> RootComponents { get; }

    internal static SolutionManifest Read(XDocument document)
    {
        try
        {
            return new SolutionManifest(document.Root?.Element("SolutionManifest") ?? throw Wrong("SolutionManifest", "is missing"));
        }
        catch (Exception e) when (e is FormatException or ArgumentNullException)
        {
            throw new SolutionPackageException($"{Path}: a RootComponent has no type, or its id is none: {e.Message}", e);
        }
    }

    internal static void SetType(XDocument document, PackageType type) =>
        document.Root!.Element("SolutionManifest")!.Element("Managed")!.Value = type.ToString("D");

    /// <summary>
    /// Puts the root components in the order of SolutionPackager since version 1.20 of the Power Platform CLI: by type, as text (1, 20, 380, 9), then
    /// by name or id.
    /// </summary>
    internal static void Sort(XDocument document)
    {
        if (document.Root!.Element("SolutionManifest")?.Element("RootComponents") is { } list)
        {
            list.ReplaceNodes(list.Elements()
                .OrderBy(e => (string?)e.Attribute("type"), StringComparer.Ordinal)
                .ThenBy(e => (string?)e.Attribute("schemaName") ?? (string?)e.Attribute("id"), StringComparer.OrdinalIgnoreCase)
                .ToList());
        }
    }

    private static SolutionPackageException Wrong(string element, string what) => new($"{Path}: <{element}> {what}.");

    private string Text(string element) => Xml.Element(element)?.Value is { Length: > 0 } text ? text : throw Wrong(element, "is missing or empty");
}
