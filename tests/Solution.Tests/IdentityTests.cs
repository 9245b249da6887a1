using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Ids are what an import recognises things by: each is used once, and a file is named after its own.</summary>
[TestClass]
public sealed class IdentityTests
{
    [TestMethod]
    public void Every_id_of_a_form_a_view_a_chart_a_dashboard_or_a_part_of_them_is_used_once()
    {
        var ids = Package.Files(Repository.Solution, "Entities", "*.xml").Concat(Package.Files(Repository.Solution, "Dashboards", "*.xml"))
            .Select(f => XDocument.Load(f)).SelectMany(d =>
            d.Descendants().Where(e => e.Name.LocalName is "tab" or "section" or "cell" or "header").Select(e => e.Attribute("id")?.Value)
                .Concat(d.Descendants("control").Select(e => e.Attribute("uniqueid")?.Value))
                .Concat(d.Descendants().Where(IsId).Select(e => e.Value)));
        AssertNone(ids.OfType<string>().GroupBy(id => Guid.Parse(id)).Where(g => g.Count() > 1).Select(g => g.Key.ToString()));
    }

    [TestMethod]
    public void Forms_views_charts_and_dashboards_lie_in_files_named_after_their_ids() => AssertNone(
        from file in Package.Files(Repository.Solution, "Entities", "{*}.xml").Concat(Package.Files(Repository.Solution, "Dashboards", "{*}.xml"))
        let id = XDocument.Load(file).Descendants().First(IsId).Value
        where id != Path.GetFileNameWithoutExtension(file)
        select file);

    [TestMethod]
    public void Relations_are_named_once() => AssertNone(
        Metadata.Installed.Relations.GroupBy(r => r.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));

    [TestMethod]
    public void Entity_sets_are_named_once() => AssertNone(
        Metadata.Installed.Tables.Values.Select(t => t.Entity.Element("EntitySetName")?.Value ?? "").GroupBy(name => name)
            .Where(g => g.Count() > 1 || g.Key.Length == 0).Select(g => g.Key));

    private static bool IsId(XElement element) => element.Name.LocalName is "formid" or "FormId" or "savedqueryid" or "savedqueryvisualizationid";
}
