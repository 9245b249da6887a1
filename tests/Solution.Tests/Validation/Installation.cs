using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>A solution on top of the standard tables: what the rules look at.</summary>
internal sealed class Installation(SolutionFiles all)
{
    /// <summary>System Administrator and System Customizer, which have these ids in every environment.</summary>
    private static readonly Guid[] PlatformRoles = [new("627090ff-40a3-4053-8790-584edc5be201"), new("119f245c-3cc8-4b62-b31c-d1a046ced15d")];

    private readonly Lazy<Metadata> _solution = new(() => new Metadata(all));
    private readonly Lazy<Metadata> _installed = new(() => new Metadata(Repository.BaseFiles, all));
    private readonly ConcurrentDictionary<string, XElement> _roots = new();

    public static Installation Real { get; } = new(Repository.SolutionFiles);

    /// <summary>All files, with the managed package's variants of some.</summary>
    public SolutionFiles All => all;

    /// <summary>One file for each component.</summary>
    public SolutionFiles Files { get; } = new(all.Paths.Where(p => !SolutionPackage.IsVariant(p)).Select(p => KeyValuePair.Create(p, all[p])));

    /// <summary>The solution alone.</summary>
    public Metadata Solution => _solution.Value;

    /// <summary>The solution with the standard tables.</summary>
    public Metadata Installed => _installed.Value;

    public IEnumerable<(string Path, XElement Xml)> Roles => Below("Roles/", ".xml");

    public IEnumerable<(string Path, XElement Xml)> Dashboards => Below("Dashboards/", ".xml");

    public IEnumerable<(string Path, XElement Xml)> Apps => Below("AppModules/", "/AppModule.xml");

    public IEnumerable<(string Path, XElement Xml)> SiteMaps => Below("AppModuleSiteMaps/", "/AppModuleSiteMap.xml");

    public IEnumerable<(string Path, XElement Xml)> Choices => Below("OptionSets/", ".xml");

    public IEnumerable<(string Path, XElement Xml)> WebResources => Below("WebResources/", ".data.xml");

    public IEnumerable<(string Path, XElement Xml)> Workflows => Below("Workflows/", ".data.xml");

    public IEnumerable<(string Path, XElement Xml)> Apis => Below("customapis/", "/customapi.xml");

    public IEnumerable<(string Path, XElement Xml)> Variables => Below("environmentvariabledefinitions/", "/environmentvariabledefinition.xml");

    public IEnumerable<(string Path, XElement Xml)> FieldSecurityProfiles => !Files.Has("Other/FieldSecurityProfiles.xml") ? []
        : Xml("Other/FieldSecurityProfiles.xml").Elements("FieldSecurityProfile").Select(p => ("Other/FieldSecurityProfiles.xml", p));

    public IEnumerable<(string Path, Table Table, XElement Xml)> Forms =>
        Solution.Tables.Values.SelectMany(t => t.FormFiles.Select(f => (f.Path, t, f.Xml)));

    public IEnumerable<(string Path, Table Table, XElement Xml)> Views =>
        Solution.Tables.Values.SelectMany(t => t.ViewFiles.Select(f => (f.Path, t, f.Xml)));

    public IEnumerable<(string Path, Table Table, XElement Xml)> Charts =>
        Solution.Tables.Values.SelectMany(t => t.ChartFiles.Select(f => (f.Path, t, f.Xml)));

    public IEnumerable<(string Path, XElement Xml)> Below(string folder, string ending) =>
        Files.Paths.Where(p => p.StartsWith(folder, StringComparison.Ordinal) && p.EndsWith(ending, StringComparison.Ordinal)).Select(p => (p, Xml(p)));

    public XElement Xml(string path) => _roots.GetOrAdd(path, p => all.Xml(p).Root!);

    public bool HasRole(string? id) => Guid.TryParse(id, out var role)
        && (PlatformRoles.Contains(role) || Roles.Any(r => IsId(r.Xml.Attribute("id")?.Value, role)));

    public bool HasWebResource(string name) => WebResources.Any(w => w.Xml.Element("Name")?.Value == name);

    /// <summary>Table of a view, chart or form of the solution; null if there is none with this id.</summary>
    public static Table? TableOf(IEnumerable<(string Path, Table Table, XElement Xml)> parts, string element, string? id) =>
        Guid.TryParse(id, out var wanted) ? parts.Where(p => IsId(p.Xml.Element(element)?.Value, wanted)).Select(p => p.Table).FirstOrDefault() : null;

    public static bool IsId(string? text, Guid id) => Guid.TryParse(text, out var found) && found == id;
}
