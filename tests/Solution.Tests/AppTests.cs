using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using System.Xml.Schema;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>The app holds everything that its site map leads to, and nothing that isn't there.</summary>
[TestClass]
public sealed class AppTests
{
    private const string Name = "cov_PartnerPrograms";
    private const string StandardIcon = "953b9fac-1e5e-e611-80d6-00155ded156f";
    private static readonly XElement App = Load("AppModules", Name, "AppModule.xml");
    private static readonly XElement Map = Load("AppModuleSiteMaps", Name, "AppModuleSiteMap.xml");
    private static readonly List<XElement> Subareas = [.. Map.Descendants("SubArea")];

    [TestMethod]
    public void The_site_map_follows_the_published_schema()
    {
        var schema = Repository.Shared("schemas", "solution", "SiteMap.xsd");
        if (!File.Exists(schema))
            Assert.Inconclusive("Microsoft's solution schemas are not beside the repository (../shared/schemas/solution), so nothing was checked.");
        var schemas = new XmlSchemaSet { XmlResolver = new System.Xml.XmlUrlResolver() };
        schemas.Add(null, schema);
        var errors = new List<string>();
        new XDocument(Map.Element("SiteMap")).Validate(schemas, (_, e) => errors.Add(e.Message));
        AssertNone(errors);
    }

    [TestMethod]
    public void The_app_has_every_view_chart_dashboard_form_and_business_rule_of_its_tables()
    {
        var tables = Components(1).ToHashSet();
        CollectionAssert.AreEquivalent(Ids(SavedView.All.Where(v => v.Table.IsOurs).Select(v => v.Id)), Ids(Components(26)), "views");
        CollectionAssert.AreEquivalent(Ids(Chart.All.Select(c => c.Id)), Ids(Components(59)), "charts");
        var forms = Metadata.Solution.Tables.Values.Where(t => tables.Contains(t.Name)).SelectMany(t => t.Forms).Select(f => f.Element("formid")!.Value);
        CollectionAssert.AreEquivalent(Ids(forms.Concat(Dashboard.All.Select(d => d.Id))), Ids(Components(60)), "forms and dashboards");
        var rules = Package.Files(Repository.Solution, "Workflows", "*.data.xml").Select(f => XDocument.Load(f).Root!)
            .Where(w => w.Element("Category")!.Value == "2").Select(w => w.Attribute("WorkflowId")!.Value);
        CollectionAssert.AreEquivalent(Ids(rules), Ids(Components(29)), "business rules");
        CollectionAssert.AreEqual(new[] { Name }, Components(62).ToList(), "site map");
    }

    [TestMethod]
    public void The_app_has_exactly_the_tables_that_its_site_map_shows_and_those_that_lookups_open()
    {
        var shown = Subareas.Select(s => s.Attribute("Entity")?.Value).OfType<string>().ToList();
        CollectionAssert.AllItemsAreUnique(shown);
        CollectionAssert.AreEquivalent(shown.Concat(["contact", "product"]).ToList(), Components(1).ToList());
        AssertNone(Metadata.Solution.Tables.Values.Where(t => t.IsOurs).Select(t => t.Name).Except(shown));
        AssertNone(shown.Where(t => !Metadata.Installed.Tables.ContainsKey(t)));
    }

    [TestMethod]
    public void A_table_is_shown_to_those_who_may_read_it_and_a_dashboard_to_those_who_may_read_a_table() => AssertNone(
        from subarea in Subareas
        let readable = subarea.Elements("Privilege").Where(p => p.Attribute("Privilege")!.Value == "Read").Select(p => p.Attribute("Entity")!.Value).ToList()
        where readable.Count != 1 || !Components(1).Contains(readable[0]) || ((subarea.Attribute("Entity")?.Value ?? readable[0]) != readable[0] && (subarea.Attribute("Entity")!.Value, readable[0]) is not ("cov_program", "cov_ruleversion"))
        select subarea.Attribute("Id")!.Value);

    [TestMethod]
    public void Every_area_begins_with_a_dashboard_that_exists() => AssertNone(
        from area in Map.Descendants("Area")
        let first = area.Descendants("SubArea").First().Attribute("DefaultDashboard")?.Value
        where first is null || !Dashboard.All.Any(d => Guid.Parse(d.Id) == Guid.Parse(first))
        select area.Attribute("Id")!.Value);

    [TestMethod]
    public void Areas_groups_and_subareas_have_ids_of_their_own_and_titles_in_both_languages()
    {
        AssertNone(Map.Descendants().Select(e => e.Attribute("Id")?.Value).OfType<string>().GroupBy(id => id).Where(g => g.Count() > 1).Select(g => g.Key));
        AssertNone(Map.Descendants().Where(e => e.Name.LocalName is "Area" or "Group" && e.Element("Titles") is null).Select(e => e.Attribute("Id")!.Value));
        Assert.IsTrue(Names.AreComplete(Map) && Names.AreComplete(App));
    }

    [TestMethod]
    public void Every_role_of_the_solution_opens_the_app() => AssertNone(
        Package.Files(Repository.Solution, "Roles", "*.xml").Select(f => XDocument.Load(f).Root!.Attribute("id")!.Value)
            .Except(App.Descendants("Role").Select(r => r.Attribute("id")!.Value)));

    [TestMethod]
    public void The_apps_icon_is_in_the_solution_or_the_platforms_own()
    {
        var icon = App.Element("WebResourceId")!.Value;
        var own = Package.Files(Repository.Solution, "WebResources", "*.data.xml").Select(f => XDocument.Load(f).Root!.Element("WebResourceId")!.Value);
        CollectionAssert.Contains(Ids(own.Append(StandardIcon)), Guid.Parse(icon));
    }

    private static XElement Load(params string[] path) => XDocument.Load(Path.Combine([Repository.Solution, .. path])).Root!;

    private static IEnumerable<string> Components(int type) => App.Descendants("AppModuleComponent")
        .Where(c => (int)c.Attribute("type")! == type).Select(c => (c.Attribute("id") ?? c.Attribute("schemaName"))!.Value);

    private static List<Guid> Ids(IEnumerable<string> ids) => [.. ids.Select(Guid.Parse)];
}
