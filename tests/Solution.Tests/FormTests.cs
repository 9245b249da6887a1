using System;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Forms show what is there, in the right control, once; what the rules write can't be typed over.</summary>
[TestClass]
public sealed class FormTests
{
    private static readonly string[] WrittenByRules = ["cov_entry", "cov_period", "cov_ruling", "cov_split", "cov_usage", "cov_workitem"];
    private static readonly string[] EnteredOnStatements = ["statuscode", "cov_paidon", "cov_paymentreference"];
    private static readonly string[] Keys =
        ["cov_key", "cov_hash", "cov_previoushash", "cov_senthash", "cov_theirversion", "cov_claimedby", "cov_claimeduntil", "cov_subjects", "cov_ripple", "cov_snapshot"];

    [TestMethod]
    public void Forms_show_columns_that_exist() => AssertNone(
        from form in Form.All
        from field in form.Fields
        where !form.Knows(Form.ColumnOf(field))
        select form.Name + ": " + Form.ColumnOf(field));

    [TestMethod]
    public void A_column_is_shown_by_the_control_of_its_type() => AssertNone(
        from form in Form.All
        from field in form.Fields
        where form.Table.Columns.TryGetValue(Form.ColumnOf(field), out var column) && FormControls.Of(column) != Form.ClassOf(field)
        select form.Name + ": " + Form.ColumnOf(field));

    [TestMethod]
    public void Every_column_that_people_look_at_is_on_the_main_form_once() => AssertNone(
        from form in Form.All
        where form.Kind == "main" && form.Table.IsOurs
        let shown = form.Fields.Select(Form.ColumnOf).ToLookup(name => name)
        from column in form.Table.Columns.Values
        where column.Value("IsCustomField") == "1" && column.Value("CalculationOf").Length == 0
        where shown[column.Name].Count() != 1
        select form.Table.Name + "." + column.Name);

    [TestMethod]
    public void Every_table_of_ours_has_one_main_form_and_it_is_everyones() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        where table.IsOurs
        let main = Form.All.Where(f => f.Table.Name == table.Name && f.Kind == "main").ToList()
        where main.Count != 1 || main[0].Xml.Descendants("DisplayConditions").Single() is not { } shown
            || !(bool)shown.Attribute("FallbackForm")! || shown.Element("Everyone") is null
        select table.Name);

    [TestMethod]
    public void A_main_form_has_its_status_and_at_most_three_facts_beside_it_in_the_header() => AssertNone(
        from form in Form.All
        where form.Kind == "main"
        let header = form.Xml.Descendants("header").Single()
        where !header.Descendants("control").Any(c => Form.ColumnOf(c) is "statuscode" or "ownerid") || header.Descendants("cell").Count() > 4
            || header.Attribute("columns")!.Value.Length != header.Descendants("cell").Count()
        select form.Name);

    [TestMethod]
    public void Keys_hashes_and_claims_stand_on_the_last_tab_called_technical() => AssertNone(
        from form in Form.All
        where form.Kind == "main" && form.Table.IsOurs
        let last = form.Tabs.Last()
        from field in form.Fields
        where Keys.Contains(Form.ColumnOf(field)) && form.Table.Name is not "cov_usage"
        where last.Attribute("name")!.Value != "tab_technical" || !field.Ancestors("tab").Contains(last)
        select form.Name + ": " + Form.ColumnOf(field));

    [TestMethod]
    public void What_the_rules_write_is_read_only() => AssertNone(
        from form in Form.All
        where form.Kind == "main"
        from field in form.Fields
        let column = Form.ColumnOf(field)
        where WrittenByRules.Contains(form.Table.Name) || (form.Table.Name == "cov_statement" && !EnteredOnStatements.Contains(column))
            || column is "createdon" or "createdby" or "modifiedon" or "modifiedby"
        where !(bool)field.Attribute("disabled")!
        select form.Name + ": " + column);

    [TestMethod]
    public void A_subgrid_shows_a_view_of_the_rows_that_are_related() => AssertNone(
        from form in Form.All
        from grid in form.Subgrids
        let target = Form.Parameter(grid, "TargetEntityType")
        let views = Form.Parameter(grid, "ViewIds").Split(',').Prepend(Form.Parameter(grid, "ViewId")).Select(Guid.Parse).ToList()
        where !Metadata.Installed.Relations.Any(r => r.Name == Form.Parameter(grid, "RelationshipName") && r.From == target && r.To == form.Table.Name)
            || views.Any(id => !SavedView.All.Any(v => v.Table.Name == target && Guid.Parse(v.Id) == id))
        select form.Name + ": " + grid.Attribute("id")!.Value);

    [TestMethod]
    public void A_quick_view_shows_a_form_of_the_row_that_its_lookup_names() => AssertNone(
        from form in Form.All
        from view in form.QuickViews
        let column = Form.ColumnOf(view)
        from shown in XElement.Parse(Form.Parameter(view, "QuickForms")).Elements()
        let target = shown.Attribute("entityname")!.Value
        where !Metadata.Installed.Relations.Any(r => r.From == form.Table.Name && r.Column == column && r.To == target)
            || !Form.All.Any(f => f.Kind == "quick" && f.Table.Name == target && Guid.Parse(f.Id) == Guid.Parse(shown.Value))
        select form.Name + ": " + view.Attribute("id")!.Value);

    [TestMethod]
    public void Every_quick_view_form_is_shown_somewhere() => AssertNone(
        Form.All.Where(f => f.Kind == "quick").Select(f => f.Id.Trim('{', '}'))
            .Except(Form.All.SelectMany(f => f.QuickViews).SelectMany(v => XElement.Parse(Form.Parameter(v, "QuickForms")).Elements().Select(e => e.Value))));

    [TestMethod]
    public void A_described_control_and_its_description_belong_together() => AssertNone(
        from form in Form.All
        let controls = form.Controls.Where(c => Form.ClassOf(c) == FormControls.Described).Select(c => c.Attribute("uniqueid")!.Value)
        let descriptions = form.Xml.Descendants("controlDescription").Select(d => d.Attribute("forControl")!.Value)
        where !controls.ToHashSet().SetEquals(descriptions)
        select form.Name);

    [TestMethod]
    public void A_timeline_is_shown_where_the_table_has_notes() => AssertNone(
        from form in Form.All
        where form.Kind == "main"
        let hasTimeline = form.Controls.Any(c => Form.ClassOf(c) == FormControls.Timeline)
        where hasTimeline != ((bool?)form.Table.Entity.Element("HasRelatedNotes") ?? false)
        select form.Name);

    [TestMethod]
    public void Whoever_creates_quickly_is_asked_for_everything_that_is_required() => AssertNone(
        from form in Form.All
        where form.Kind == "quickCreate"
        let shown = form.Fields.Select(Form.ColumnOf).ToHashSet()
        from column in form.Table.Columns.Values
        where column.Value("IsCustomField") == "1" && column.Value("RequiredLevel") == "required" && !shown.Contains(column.Name)
        select form.Table.Name + "." + column.Name);

    [TestMethod]
    public void A_table_has_a_quick_create_form_if_and_only_if_it_is_enabled() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        where table.IsOurs
        where (table.Entity.Element("IsQuickCreateEnabled")!.Value == "1") != Form.All.Any(f => f.Table.Name == table.Name && f.Kind == "quickCreate")
        select table.Name);

    [TestMethod]
    [DataRow("opportunity")]
    [DataRow("account")]
    public void The_tab_that_the_sales_app_gets_holds_the_columns_that_the_solution_adds(string table)
    {
        var tab = Form.All.Single(f => f.Table.Name == table && f.Kind == "main").Tabs.Single(t => t.Attribute("name")!.Value == "tab_partners");
        CollectionAssert.IsSubsetOf(
            Metadata.Solution.Tables[table].Columns.Keys,
            tab.Descendants("control").Select(c => c.Attribute("datafieldname")?.Value).OfType<string>().ToList());
    }

    [TestMethod]
    public void Controls_on_a_form_have_names_of_their_own() => AssertNone(
        from form in Form.All
        from name in form.Controls.Select(c => c.Attribute("id")!.Value).GroupBy(id => id, StringComparer.OrdinalIgnoreCase)
        where name.Count() > 1
        select form.Name + ": " + name.Key);
}
