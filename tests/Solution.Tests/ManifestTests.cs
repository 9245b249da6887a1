using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>The manifest names what the folders hold, and the folders hold what it names.</summary>
[TestClass]
public sealed class ManifestTests
{
    private static readonly XElement Manifest = XDocument.Load(Path.Combine(Repository.Solution, "Other", "Solution.xml")).Root!.Element("SolutionManifest")!;

    [TestMethod]
    [DataRow("solution")]
    [DataRow("base")]
    public void The_manifest_lists_every_component_and_nothing_else(string which)
    {
        var folder = which == "base" ? Repository.Base : Repository.Solution;
        var listed = XDocument.Load(Path.Combine(folder, "Other", "Solution.xml")).Descendants("RootComponent")
            .Select(c => c.Attribute("type")!.Value + " " + (c.Attribute("schemaName") ?? c.Attribute("id"))!.Value);
        var held = new Metadata(SolutionFiles.Read(folder)).Tables.Keys.Select(name => "1 " + name)
            .Concat(Package.Files(folder, "OptionSets", "*.xml").Select(f => "9 " + Path.GetFileNameWithoutExtension(f)))
            .Concat(Package.Files(folder, "Roles", "*.xml").Select(f => "20 " + XDocument.Load(f).Root!.Attribute("id")!.Value))
            .Concat(Package.Files(folder, "Workflows", "*.data.xml").Select(f => "29 " + XDocument.Load(f).Root!.Attribute("WorkflowId")!.Value))
            .Concat(Package.Files(folder, "Dashboards", "*.xml").Select(f => "60 " + Path.GetFileNameWithoutExtension(f)))
            .Concat(Package.Files(folder, "WebResources", "*.data.xml").Select(f => "61 " + XDocument.Load(f).Root!.Element("Name")!.Value))
            .Concat(Package.Files(folder, "Other", "FieldSecurityProfiles.xml").SelectMany(f => XDocument.Load(f).Root!.Elements())
                .Select(p => "70 " + p.Attribute("fieldsecurityprofileid")!.Value))
            .Concat(Package.Files(folder, "AppModuleSiteMaps", "*.xml").Select(f => "62 " + Path.GetFileName(Path.GetDirectoryName(f))))
            .Concat(Package.Files(folder, "AppModules", "*.xml").Select(f => "80 " + Path.GetFileName(Path.GetDirectoryName(f))))
            .Concat(Package.Files(folder, "environmentvariabledefinitions", "*.xml").Select(f => "380 " + Path.GetFileName(Path.GetDirectoryName(f))));
        CollectionAssert.AreEquivalent(held.ToList(), listed.ToList());
    }

    [TestMethod]
    public void A_standard_table_is_added_to_and_never_replaced()
    {
        foreach (var component in Manifest.Descendants("RootComponent").Where(c => c.Attribute("type")!.Value == "1"))
        {
            var table = Metadata.Solution.Tables[component.Attribute("schemaName")!.Value];
            Assert.AreEqual(table.IsOurs ? "0" : "2", component.Attribute("behavior")!.Value, table.Name);
            Assert.AreEqual(table.IsOurs ? null : "1", table.Entity.Attribute("unmodified")?.Value, table.Name);
        }
    }

    [TestMethod]
    [DataRow("solution")]
    [DataRow("base")]
    public void The_index_of_relations_lists_every_relation(string which)
    {
        var folder = which == "base" ? Repository.Base : Repository.Solution;
        var index = XDocument.Load(Path.Combine(folder, "Other", "Relationships.xml")).Root!.Elements().Select(e => e.Attribute("Name")!.Value);
        var files = Package.Files(folder, Path.Combine("Other", "Relationships"), "*.xml")
            .SelectMany(f => XDocument.Load(f).Root!.Elements()).Select(e => e.Attribute("Name")!.Value);
        CollectionAssert.AreEquivalent(files.ToList(), index.ToList());
    }

    [TestMethod]
    public void Relations_lie_in_the_file_of_the_table_that_they_refer_to() => AssertNone(
        from relation in Metadata.Installed.Relations
        where Path.GetFileNameWithoutExtension(relation.File) != relation.Xml.Element("ReferencedEntityName")!.Value
        select relation.Name);

    [TestMethod]
    public void Tables_and_choices_lie_under_their_own_names()
    {
        AssertNone(Metadata.Installed.Tables.Values.Where(t => t.Folder != t.SchemaName).Select(t => t.Folder));
        AssertNone(Package.Files(Repository.Solution, "OptionSets", "*.xml")
            .Where(f => XDocument.Load(f).Root!.Attribute("Name")!.Value != Path.GetFileNameWithoutExtension(f)));
    }

    [TestMethod]
    public void What_is_ours_carries_the_publishers_prefix()
    {
        Assert.AreEqual("cov", Manifest.Descendants("CustomizationPrefix").Single().Value);
        AssertNone(
            from table in Metadata.Solution.Tables.Values
            from column in table.Columns.Values
            where column.Value("IsCustomField") == "1" != column.Name.StartsWith("cov_", StringComparison.Ordinal) && column.Type != "primarykey"
            select table.Name + "." + column.Name);
    }

    [TestMethod]
    public void Options_carry_the_publishers_number()
    {
        Assert.AreEqual("77000", Manifest.Descendants("CustomizationOptionValuePrefix").Single().Value);
        AssertNone(
            from choice in Metadata.Solution.Choices
            from option in choice.Value.Select((o, i) => (o.Value, Expected: 770_000_000 + i))
            where option.Value != option.Expected
            select choice.Key + " " + option.Value);
    }

    [TestMethod]
    public void Column_names_are_their_schema_names_in_small_letters() => AssertNone(
        from table in Metadata.Installed.Tables.Values
        from column in table.Columns.Values
        where !column.PhysicalName.Equals(column.Name, StringComparison.OrdinalIgnoreCase) || column.Name != column.Value("Name") || column.Name.Any(char.IsUpper)
        select table.Name + "." + column.PhysicalName);

    [TestMethod]
    public void Every_table_has_a_key_column_and_a_name_column()
    {
        var incomplete = new List<string>();
        foreach (var table in Metadata.Solution.Tables.Values.Where(t => t.IsOurs))
        {
            var key = table.Columns.Values.Single(c => c.Type == "primarykey");
            if (key.Name != table.Name + "id" || table.Columns.Values.Count(c => c.IsPrimaryName) != 1)
                incomplete.Add(table.Name);
        }

        AssertNone(incomplete);
    }

    [TestMethod]
    public void Every_table_and_column_says_what_it_means() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        from element in table.Entity.Descendants("Description").Concat(table.Entity.Descendants("displayname"))
        where element.Attribute("description")!.Value.Length == 0
        select table.Name);
}
