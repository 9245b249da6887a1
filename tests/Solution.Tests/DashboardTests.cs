using System;
using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Dashboards show views and charts that exist, to roles that exist.</summary>
[TestClass]
public sealed class DashboardTests
{
    /// <summary>System Administrator and System Customizer: the same in every environment.</summary>
    private static readonly string[] PlatformRoles = ["{627090ff-40a3-4053-8790-584edc5be201}", "{119f245c-3cc8-4b62-b31c-d1a046ced15d}"];

    [TestMethod]
    public void Tiles_show_public_views_of_their_table() => AssertNone(
        from dashboard in Dashboard.All
        from tile in dashboard.Tiles
        where !SavedView.All.Any(v => v.Kind == "0" && v.Table.Name == tile.Value("TargetEntityType") && Guid.Parse(v.Id) == Guid.Parse(tile.Value("ViewId")))
            || tile.Value("ViewIds") != tile.Value("ViewId")
        select $"{dashboard}: {tile.Value("TargetEntityType")}");

    [TestMethod]
    public void A_chart_tile_shows_a_chart_of_its_table_and_a_list_none() => AssertNone(
        from dashboard in Dashboard.All
        from tile in dashboard.Tiles
        let chart = tile.Value("VisualizationId")
        where tile.Value("ChartGridMode") == "Chart"
            ? !Chart.All.Any(c => c.Table.Name == tile.Value("TargetEntityType") && c.Id == chart)
            : tile.Value("ChartGridMode") != "Grid" || chart.Length > 0
        select $"{dashboard}: {tile.Value("TargetEntityType")}");

    /// <summary>The platform takes six components on a dashboard.</summary>
    [TestMethod]
    public void A_dashboard_has_two_to_six_tiles_each_another() => AssertNone(
        from dashboard in Dashboard.All
        let tiles = dashboard.Tiles.Select(t => t.Value("ViewId") + t.Value("VisualizationId")).ToList()
        where tiles.Count is < 2 or > 6 || tiles.Distinct().Count() != tiles.Count
        select dashboard.ToString());

    [TestMethod]
    public void Dashboards_are_shown_to_roles_of_the_solution_and_to_administrators()
    {
        var roles = Package.Files(Repository.Solution, "Roles", "*.xml").Select(f => XDocument.Load(f).Root!.Attribute("id")!.Value).ToList();
        foreach (var dashboard in Dashboard.All)
        {
            var shown = dashboard.Xml.Descendants("DisplayConditions").Single().Elements("Role").Select(r => r.Attribute("Id")!.Value).ToList();
            CollectionAssert.IsSubsetOf(PlatformRoles, shown, dashboard.ToString());
            if (roles.Count > 0)
                CollectionAssert.IsSubsetOf(shown.Except(PlatformRoles).ToList(), roles, dashboard.ToString());
        }
    }

    [TestMethod]
    public void Dashboards_are_told_in_both_languages() => AssertNone(Dashboard.All.Where(d => !Names.AreComplete(d.Xml)).Select(d => d.ToString()));
}

internal sealed record Dashboard(XElement Xml)
{
    public static IReadOnlyList<Dashboard> All { get; } =
        [.. Package.Files(Repository.Solution, "Dashboards", "*.xml").Select(f => new Dashboard(XDocument.Load(f).Root!))];

    public string Id => Xml.Element("FormId")!.Value;

    public IEnumerable<Tile> Tiles => Xml.Descendants("control").Select(c => new Tile(c.Element("parameters")!));

    public override string ToString() => Names.Of(Xml)[1033];
}

/// <summary>A chart or a list on a dashboard.</summary>
internal sealed record Tile(XElement Parameters)
{
    public string Value(string name) => Parameters.Element(name)!.Value;
}
