using System.Linq;
using CrmAddon.Worker.Deployment.Comparing;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class SolutionComparisonTests
{
    [TestMethod]
    public void The_same_solution_has_no_difference() => Assert.IsEmpty(SolutionComparison.Of(Solutions.Present, Solutions.Present));

    [TestMethod]
    public void A_column_that_is_new_and_one_that_is_altered_are_told_with_their_table()
    {
        var before = Solutions.WithoutColumn(Solutions.Present, "cov_Partner", "cov_tier");
        before = Solutions.Altered(before, "Entities/cov_Partner/Entity.xml", entity => entity.Descendants("attribute")
            .Single(column => (string?)column.Attribute("PhysicalName") == "cov_Code").Element("MaxLength")!.Value = "39");
        CollectionAssert.AreEqual(
            new[] { "~ table cov_Partner", "    column cov_Code, MaxLength: 39 -> 40", "    + column cov_Tier" }, SolutionComparison.Of(before, Solutions.Present).ToArray());
    }

    [TestMethod]
    public void What_comes_and_what_stays_behind_are_told()
    {
        var present = Solutions.Present;
        var view = present.Paths.First(path => path.StartsWith("Entities/cov_Partner/SavedQueries/", System.StringComparison.Ordinal));
        Assert.StartsWith("+ view ", SolutionComparison.Of(present.Without(view), present).Single());
        Assert.EndsWith("of cov_Partner", SolutionComparison.Of(present.Without(view), present).Single());
        Assert.EndsWith("it stays (an unmanaged import takes nothing away)", SolutionComparison.Of(present, present.Without(view)).Single());
    }

    [TestMethod]
    public void What_the_server_writes_and_what_deploy_registers_is_no_difference()
    {
        var exported = Solutions.Altered(Solutions.Present, "Entities/cov_Partner/Entity.xml", entity =>
        {
            foreach (var version in entity.Descendants("IntroducedVersion"))
                version.Value = "9.9.9.9";
        });
        exported = exported.With("pluginpackages/cov_CrmAddon.Plugins/pluginpackage.xml", "<pluginpackage />");
        Assert.IsEmpty(SolutionComparison.Of(exported, Solutions.Present));
    }

    [TestMethod]
    public void The_contents_of_a_solution_are_told_by_kind()
    {
        var lines = Contents.Of(Solutions.Present);
        Assert.Contains("cov_Partner", lines.Single(line => line.Contains(" tables:", System.StringComparison.Ordinal)));
        Assert.Contains("cov_CloseMonth", lines.Single(line => line.Contains(" custom APIs:", System.StringComparison.Ordinal)));
        Assert.Contains("cov_PartnerPrograms", lines.Single(line => line.Contains(" app:", System.StringComparison.Ordinal)));
    }

    [TestMethod]
    public void A_privilege_that_comes_goes_or_reaches_further_is_told()
    {
        const string Role = "Roles/Partner Programs - Sales Rep.xml";
        var before = Solutions.Altered(Solutions.Present, Role, role =>
        {
            var privileges = role.Descendants("RolePrivilege").ToDictionary(privilege => (string)privilege.Attribute("name")!);
            privileges["prvReadcov_Split"].SetAttributeValue("level", "Basic");
            privileges["prvReadcov_Partner"].SetAttributeValue("name", "prvDeletecov_Partner");
        });
        CollectionAssert.AreEquivalent(
            new[]
            {
                "~ role Partner Programs - Sales Rep", "    privilege prvReadcov_Split, level: Basic -> Global",
                "    + privilege prvReadcov_Partner (Global)", "    - privilege prvDeletecov_Partner (Global)",
            },
            SolutionComparison.Of(before, Solutions.Present).ToArray());
    }

    [TestMethod]
    public void Texts_options_rules_and_profiles_are_told_by_their_names()
    {
        var present = Solutions.Present;
        var rule = present.Paths.Single(path => path.StartsWith("Workflows/BuyerorSeller", System.StringComparison.Ordinal) && path.EndsWith(".data.xml", System.StringComparison.Ordinal));
        var before = Solutions.Altered(present, rule, row => row.Element("StateCode")!.Value = "0");
        before = Solutions.Altered(before, "OptionSets/cov_tier.xml", choice =>
        {
            choice.Descendants("label").Single(label => (string?)label.Attribute("description") == "Silver").SetAttributeValue("description", "Tin");
            choice.Descendants("option").Last().Remove();
        });
        before = Solutions.Altered(before, "customapis/cov_CloseMonth/customapi.xml", api =>
        {
            foreach (var text in api.Element("displayname")!.DescendantsAndSelf())
                text.SetAttributeValue(text.Name == "label" ? "description" : "default", "Shut");
        });
        before = Solutions.Altered(before, "Other/FieldSecurityProfiles.xml", profiles => profiles.Descendants("FieldPermission").First().Element("CanRead")!.Value = "0");
        var lines = SolutionComparison.Of(before, present).ToList();
        CollectionAssert.IsSubsetOf(
            new[]
            {
                "~ business rule Buyer or Seller", "    StateCode: 0 -> 1",
                "~ choice cov_tier", "    option 770000001, label: Tin -> Silver",
                "~ custom API cov_CloseMonth", "    name: Shut -> Close Month",
                "~ column security profiles", "    profile Partner Programs - Payout data: edit, permission on cov_partner.cov_payeename, CanRead: 0 -> 4",
            },
            lines, string.Join("\n", lines));
        Assert.HasCount(1, lines.Where(line => line.StartsWith("    + option 77000000", System.StringComparison.Ordinal) && line.EndsWith(')')).ToList());
    }

    [TestMethod]
    public void Another_order_of_what_people_see_is_a_difference()
    {
        var present = Solutions.Present;
        var view = present.Paths.First(path => path.StartsWith("Entities/cov_Partner/SavedQueries/", System.StringComparison.Ordinal));
        var before = Solutions.Altered(present, view, query =>
        {
            var first = query.Descendants("cell").First();
            first.Remove();
            query.Descendants("row").First().Add(first);
        });
        CollectionAssert.AreEqual(new[] { "    the order of its columns" }, SolutionComparison.Of(before, present).Skip(1).ToArray());
    }
}
