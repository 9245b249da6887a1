using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Relations keep to what Dataverse allows, and money is never lost by deleting something else.</summary>
[TestClass]
public sealed class RelationTests
{
    private static readonly string[] Cascades = ["CascadeAssign", "CascadeDelete", "CascadeReparent", "CascadeShare", "CascadeUnshare"];

    [TestMethod]
    public void A_table_of_ours_has_one_parent_at_most() => AssertNone(
        from relation in Metadata.Solution.Relations
        where relation.From.StartsWith("cov_", StringComparison.Ordinal) && IsParental(relation)
        group relation by relation.From into children
        where children.Count() > 1
        select children.Key);

    [TestMethod]
    public void A_table_of_ours_is_no_parent_of_a_standard_one_but_of_its_notes() => AssertNone(
        from relation in Metadata.Solution.Relations
        where relation.To.StartsWith("cov_", StringComparison.Ordinal) && !relation.From.StartsWith("cov_", StringComparison.Ordinal)
        where IsParental(relation) && relation.From != "annotation"
        select relation.Name);

    [TestMethod]
    public void What_the_ledger_names_cannot_be_deleted() => AssertNone(
        from relation in Metadata.Solution.Relations
        where relation.From == "cov_entry" && relation.Column.StartsWith("cov_", StringComparison.Ordinal)
        where relation.Xml.Element("CascadeDelete")!.Value != "Restrict"
        select relation.Name);

    [TestMethod]
    public void A_menu_of_related_rows_is_either_hidden_or_has_a_name() => AssertNone(
        from relation in Metadata.Solution.Relations
        from role in relation.Xml.Descendants("EntityRelationshipRole")
        let shown = role.Element("NavPaneDisplayOption")?.Value
        where shown == "UseLabel" != (role.Element("CustomLabels") is not null)
        select relation.Name);

    private static bool IsParental(Relation relation) => Cascades.Any(action => relation.Xml.Element(action)!.Value == "Cascade");
}
