using CrmAddon.Worker.Deployment.Importing;

namespace CrmAddon.Deployment.Tests;

[TestClass]
public sealed class ImportFailuresTests
{
    [TestMethod]
    public void Failed_components_are_told_with_their_reasons_and_others_are_not() => CollectionAssert.AreEqual(
        new[] { "The import failed. (0x80048036)", "entity cov_partner: A column is missing. (0x80040216)" },
        (System.Collections.ICollection)ImportFailures.Of("""
            <importexportxml start="0" stop="0" progress="12" processed="true">
              <solutionManifests><solutionManifest languagecode="1033" id="CrmAddon" LocalizedName="CrmAddon">
                <result result="failure" errorcode="0x80048036" errortext="The import failed." />
              </solutionManifest></solutionManifests>
              <entities>
                <entity id="cov_program" LocalizedName="cov_program"><result result="success" errorcode="0" errortext="" /></entity>
                <entity id="cov_partner" LocalizedName="cov_partner"><result result="failure" errorcode="0x80040216" errortext="A column is missing." /></entity>
              </entities>
            </importexportxml>
            """));

    [TestMethod]
    [DataRow(null)]
    [DataRow("")]
    [DataRow("<importexportxml><entities")]
    public void A_report_that_is_none_says_nothing(string? data) => Assert.IsEmpty(ImportFailures.Of(data));
}
