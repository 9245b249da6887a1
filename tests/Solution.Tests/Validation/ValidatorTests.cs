using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests.Validation;

/// <summary>The solution is whole: what one part of it names exists in another, is called and filed as the platform does it, and is of use.</summary>
[TestClass]
public sealed class ValidatorTests
{
    [TestMethod]
    public void Keys_lookups_relations_choices_and_icons_of_tables_exist() => AssertNone(TableRules.Check);

    [TestMethod]
    public void Forms_name_columns_grids_quick_views_and_roles_that_exist() => AssertNone(FormRules.Check);

    [TestMethod]
    public void Views_and_charts_query_and_show_columns_that_exist() => AssertNone(ViewRules.Check);

    [TestMethod]
    public void The_app_its_site_map_and_its_dashboards_lead_to_what_exists() => AssertNone(AppRules.Check);

    [TestMethod]
    public void Roles_and_field_security_name_privileges_and_columns_that_exist() => AssertNone(SecurityRules.Check);

    [TestMethod]
    public void Commands_name_texts_rules_and_scripts_that_exist_and_New_is_offered_where_it_can_be_filled_in() => AssertNone(CommandRules.Check);

    [TestMethod]
    public void Business_rules_name_columns_that_exist_and_are_on_a_form() => AssertNone(ProcessRules.Check);

    [TestMethod]
    public void Web_resources_are_filed_by_their_names_and_used() => AssertNone(ResourceRules.Check);

    [TestMethod]
    public void Custom_APIs_settings_and_duplicate_rules_fit_their_types_and_tables() => AssertNone(RowRules.Check);

    [TestMethod]
    public void The_manifest_names_every_component_and_nothing_else() => AssertNone(ManifestRules.Check);

    [TestMethod]
    public void Every_id_is_used_once() => AssertNone(IdRules.Check);

    [TestMethod]
    public void Every_text_is_there_in_both_languages_and_fits() => AssertNone(LabelRules.Check);

    [TestMethod]
    public void Files_lie_and_are_written_as_SolutionPackager_does_it() => AssertNone(LayoutRules.Check);

    [TestMethod]
    public void Nothing_is_there_that_nobody_can_reach() => AssertNone(OrphanRules.Check);

    private static void AssertNone(Func<Installation, IEnumerable<Finding>> rule)
    {
        var findings = rule(Installation.Real).Select(f => f.ToString()).Order(StringComparer.Ordinal).ToList();
        if (findings.Count > 0)
            Assert.Fail(string.Join('\n', findings.Prepend($"{findings.Count} findings in solution/src:")));
    }
}
