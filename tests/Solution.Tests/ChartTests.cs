using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using System.Xml.Schema;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Charts: data by the vendor's schema and by the metadata, presentation with a series for each measure.</summary>
[TestClass]
public sealed class ChartTests
{
    [TestMethod]
    public void Data_descriptions_follow_the_published_schema()
    {
        var schema = Repository.Shared("schemas", "solution", "VisualizationDataDescription.xsd");
        if (!File.Exists(schema))
            Assert.Inconclusive("Microsoft's solution schemas are not beside the repository (../shared/schemas/solution), so nothing was checked.");
        var schemas = new XmlSchemaSet();
        schemas.Add(null, schema);
        var errors = new List<string>();
        foreach (var chart in Chart.All)
            new XDocument(chart.Data).Validate(schemas, (_, e) => errors.Add($"{chart}: {e.Message}"));
        AssertNone(errors);
    }

    [TestMethod]
    public void Queries_name_tables_columns_and_options_that_exist() => AssertNone(
        from chart in Chart.All
        from fault in FetchChecks.Installed.Faults(chart.Fetch)
        select $"{chart}: {fault}");

    [TestMethod]
    public void Charts_group_and_sum_columns_that_can_be()
    {
        foreach (var chart in Chart.All)
        {
            var entity = chart.Fetch.Element("entity")!;
            Assert.AreEqual(chart.Table.Name, entity.Attribute("name")!.Value, chart.ToString());
            foreach (var attribute in entity.Elements("attribute"))
            {
                var column = chart.Table.Columns[attribute.Attribute("name")!.Value];
                Assert.AreEqual(column.Type == "datetime", attribute.Attribute("dategrouping") is not null, $"{chart}: {column.Name}");
                if (attribute.Attribute("aggregate")?.Value is "sum" or "avg")
                    CollectionAssert.Contains(new[] { "money", "decimal", "int" }, column.Type, $"{chart}: {column.Name}");
            }
        }
    }

    [TestMethod]
    public void Every_category_measure_and_order_is_fetched_and_every_measure_has_its_series() => AssertNone(
        from chart in Chart.All
        let fetched = chart.Fetch.Descendants("attribute").ToDictionary(a => a.Attribute("alias")!.Value, a => a.Attribute("groupby") is not null)
        let category = chart.Data.Descendants("category").Single()
        let measures = category.Descendants("measure").Select(m => m.Attribute("alias")!.Value).ToList()
        where !fetched.GetValueOrDefault(category.Attribute("alias")!.Value)
            || measures.Any(m => fetched.GetValueOrDefault(m, true))
            || measures.Count != fetched.Values.Count(grouped => !grouped)
            || chart.Fetch.Descendants("order").Any(o => !fetched.ContainsKey(o.Attribute("alias")!.Value))
            || chart.Xml.Descendants("Series").Count(s => s.Attribute("ChartType") is not null) != measures.Count
        select chart.ToString());

    [TestMethod]
    public void Charts_have_names_of_their_own_in_both_languages()
    {
        AssertNone(Chart.All.Where(c => !Names.AreComplete(c.Xml)).Select(c => c.ToString()));
        AssertNone(Chart.All.GroupBy(c => c.ToString()).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [TestMethod]
    public void A_table_with_charts_has_a_place_for_them() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        where (table.Root.Element("Visualizations") is not null) != Chart.All.Any(c => c.Table.Name == table.Name)
        select table.Name);
}

internal sealed record Chart(Table Table, XElement Xml)
{
    public static IReadOnlyList<Chart> All { get; } =
        [.. from table in Metadata.Solution.Tables.Values
            from chart in table.ChartFiles
            select new Chart(Metadata.Installed.Tables[table.Name], chart.Xml)];

    public string Id => Xml.Element("savedqueryvisualizationid")!.Value;

    public XElement Data => Xml.Element("datadescription")!.Element("datadefinition")!;

    public XElement Fetch => Data.Element("fetchcollection")!.Element("fetch")!;

    public override string ToString() => Table.Name + ": " + Names.Of(Xml)[1033];
}
