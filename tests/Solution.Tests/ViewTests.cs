using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Views: complete for every table, and right by the metadata.</summary>
[TestClass]
public sealed class ViewTests
{
    [TestMethod]
    public void Every_table_has_one_default_view_of_each_kind() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        where table.IsOurs
        from kind in new[] { "0", "1", "2", "4", "64" }
        let views = SavedView.All.Where(v => v.Table.Name == table.Name && v.Kind == kind).ToList()
        where views.Count(v => v.IsDefault) != 1 || (kind != "0" && views.Count != 1)
        select $"{table.Name} {kind}");

    [TestMethod]
    public void Queries_name_tables_columns_and_options_that_exist() => AssertNone(
        from view in SavedView.All
        from fault in FetchChecks.Installed.Faults(view.Fetch)
        select $"{view}: {fault}");

    [TestMethod]
    public void Views_show_what_they_fetch_from_their_own_table_the_name_first() => AssertNone(
        from view in SavedView.All
        let entity = view.Fetch.Element("entity")!
        let fetched = entity.Elements("attribute").Select(e => e.Attribute("name")!.Value).ToList()
        let name = view.Table.Columns.Values.Single(c => c.IsPrimaryName).Name
        let key = view.Table.Columns.Values.Single(c => c.Type == "primarykey").Name
        where entity.Attribute("name")!.Value != view.Table.Name
            || !fetched.SequenceEqual(view.Cells.Prepend(key))
            || view.Cells.First() != name
            || view.Cells.Distinct().Count() != view.Cells.Count()
            || view.Xml.Descendants("grid").Single().Attribute("jump")!.Value != name
            || view.Xml.Descendants("row").Single().Attribute("id")!.Value != key
        select view.ToString());

    [TestMethod]
    public void Every_view_is_sorted() => AssertNone(
        from view in SavedView.All
        where view.Fetch.Element("entity")!.Element("order") is null
        select view.ToString());

    [TestMethod]
    public void Views_have_names_of_their_own_in_both_languages()
    {
        AssertNone(SavedView.All.Where(v => !Names.AreComplete(v.Xml)).Select(v => v.ToString()));
        AssertNone(
            from view in SavedView.All
            from name in Names.Of(view.Xml)
            group view by (view.Table.Name, name.Key, name.Value) into same
            where same.Count() > 1
            select same.First().ToString());
    }

    [TestMethod]
    public void Quick_find_looks_in_the_name_and_only_quick_find_looks() => AssertNone(
        from view in SavedView.All
        let find = view.Fetch.Descendants("filter").Where(f => f.Attribute("isquickfindfields")?.Value == "1").ToList()
        where (view.Kind == "4") != (find.Count == 1) || (view.Kind == "4") != (view.Xml.Element("isquickfindquery")!.Value == "1")
            || (view.Kind == "4" && find[0].Elements("condition").First().Attribute("attribute")!.Value != view.Cells.First())
        select view.ToString());

    [TestMethod]
    public void Only_a_default_view_can_not_be_deleted() => AssertNone(
        from view in SavedView.All
        where view.IsDefault == (view.Xml.Element("CanBeDeleted")!.Value == "1")
        select view.ToString());

    [TestMethod]
    public void No_view_shows_a_secured_column_but_that_of_paid_statements() => Assert.AreEqual(
        "cov_statement: Paid Statements cov_paymentreference",
        string.Join(", ",
            from view in SavedView.All
            from cell in view.Cells
            where view.Table.Columns.TryGetValue(cell, out var column) && column.Value("IsSecured") == "1"
            orderby cell, view.Name
            select $"{view} {cell}"));
}
