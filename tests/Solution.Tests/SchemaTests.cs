using System.Collections.Generic;
using System.IO;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;
using CrmAddon.SolutionPackager;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests;

/// <summary>The vendor's published schemas, where they apply: what they are too old to know is listed in <see cref="SchemaAdditions"/>.</summary>
[TestClass]
public sealed class SchemaTests
{
    [TestMethod]
    public void The_solution_follows_the_published_schema() => AssertValid(Repository.SolutionFiles);

    [TestMethod]
    public void The_description_of_the_standard_tables_follows_the_published_schema() => AssertValid(Repository.BaseFiles);

    [TestMethod]
    public void Every_addition_to_the_schema_is_used()
    {
        var unused = new HashSet<string>();
        foreach (var addition in SchemaAdditions.All)
            unused.Add(addition.ToString());
        foreach (var files in new[] { Repository.SolutionFiles, Repository.BaseFiles })
            SchemaAdditions.Remove(SolutionPackage.Assemble(files), addition => unused.Remove(addition.ToString()));
        Assert.AreEqual("", string.Join(", ", unused));
    }

    private static void AssertValid(SolutionFiles files)
    {
        var schema = Repository.Shared("schemas", "solution", "CustomizationsSolution.xsd");
        if (!File.Exists(schema))
            Assert.Inconclusive("Microsoft's solution schemas are not beside the repository (../shared/schemas/solution), so nothing was checked.");
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, schema);
        var document = SolutionPackage.Assemble(files);
        SchemaAdditions.Remove(document, _ => { });
        var errors = new SortedSet<string>();
        document.Validate(schemas, (sender, e) => errors.Add(Where(sender) + ": " + e.Message));
        Assert.AreEqual("", string.Join("\n", errors));
    }

    private static string Where(object? sender)
    {
        var element = sender as XElement ?? (sender as XAttribute)?.Parent;
        var path = new List<string>();
        for (var at = element; at is not null; at = at.Parent)
            path.Insert(0, at.Name.LocalName);
        return string.Join("/", path);
    }
}
