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
}
