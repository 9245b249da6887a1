using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Each web resource is a file and its description, under the same name; each icon that is named exists and each that exists is used.</summary>
[TestClass]
public sealed class WebResourceTests
{
    private const string Description = ".data.xml";

    private static readonly string Folder = Path.Combine(Repository.Solution, "WebResources");

    private static readonly string[] Descriptions = Package.Files(Repository.Solution, "WebResources", "*" + Description);

    [TestMethod]
    public void Every_web_resource_has_its_content_and_lies_under_its_name() => AssertNone(
        from file in Descriptions
        let name = XDocument.Load(file).Root!.Element("Name")!.Value
        where !File.Exists(file[..^Description.Length]) || NameOf(file) != name
        select file);

    [TestMethod]
    public void Every_content_has_its_description() => CollectionAssert.AreEquivalent(
        Descriptions.Select(NameOf).ToList(),
        Package.Files(Repository.Solution, "WebResources", "*").Where(f => !f.EndsWith(Description, StringComparison.Ordinal))
            .Select(f => NameOf(f + Description)).ToList());

    [TestMethod]
    public void The_packed_file_is_named_after_the_web_resource_and_its_id() => AssertNone(
        from file in Descriptions
        let resource = XDocument.Load(file).Root!
        let letters = string.Concat(resource.Element("Name")!.Value.Where(c => char.IsAsciiLetterOrDigit(c) || c == '_'))
        let id = resource.Element("WebResourceId")!.Value.Trim('{', '}').ToUpperInvariant()
        where resource.Element("FileName")!.Value != "/WebResources/" + letters + id
        select file);

    [TestMethod]
    public void Every_table_of_ours_has_an_icon_and_a_colour() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        where table.IsOurs
        where !File.Exists(Path.Combine(Folder, table.Entity.Element("IconVectorName")!.Value)) || table.Entity.Element("EntityColor")!.Value.Length != 7
        select table.Name);

    [TestMethod]
    public void Icons_are_drawings_of_16_by_16_that_load_nothing() => AssertNone(
        from file in Package.Files(Repository.Solution, "WebResources", "*.svg")
        let drawing = XDocument.Load(file).Root!
        where drawing.Attribute("viewBox")!.Value != "0 0 16 16" || drawing.Elements().Any(e => e.Name.LocalName != "path")
        select file);

    private static string NameOf(string file) => Path.GetRelativePath(Folder, file)[..^Description.Length].Replace('\\', '/');
}
