using System;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Custom APIs as screens and flows call them: the schemas know nothing of these files.</summary>
[TestClass]
public sealed class CustomApiTests
{
    private static readonly string[] Types =
    [
        "yes/no", "time", "decimal", "row", "rows", "lookup", "float", "int", "money", "choice", "text", "texts", "id",
    ];

    /// <summary>Each with its row, what it takes (? where it may be left out) and what it answers. A line that changes breaks who calls it.</summary>
    [TestMethod]
    public void Every_custom_api_is_the_one_that_is_documented() => Assert.AreEqual(
        """
        cov_ApproveRegistration cov_dealregistration (Comment text?, DecidedOn time?) -> Message text, ProtectedFrom time, ProtectedUntil time
        cov_CheckRules (Text text) -> Errors int, Findings text, FormattedText text, IsValid yes/no, Warnings int
        cov_CloseMonth (Month text, Program text) -> Entries int, IsClosed yes/no, Message text, Total decimal, Waiting int
        cov_ExplainRuling cov_ruling (Language text?) -> NearMisses int, Result text, Text text
        cov_ExtendRegistration cov_dealregistration (Comment text?) -> Extensions int, Message text, ProtectedUntil time
        cov_PreviewRuleVersion cov_ruleversion (From text?, Language text?, Until text?) -> Cases int, Changed int, EarnedAfter decimal, EarnedBefore decimal, IsTruncated yes/no, Result text, Summary text
        cov_PreviewShares opportunity (Amount decimal?, CloseDate time?, Language text?, Roster text?) -> Result text, Summary text
        cov_RejectRegistration cov_dealregistration (Comment text?, Reason choice) -> Message text
        cov_ReplayRuling cov_ruling () -> Difference text, Hash text, IsSame yes/no, StoredHash text
        """, string.Join("\n", Package.Files(Repository.Solution, "customapis", "customapi.xml").Select(Signature).Order(StringComparer.Ordinal)));

    [TestMethod]
    public void All_are_actions_since_flows_can_t_call_functions() => AssertNone(
        from file in Package.Files(Repository.Solution, "customapis", "customapi.xml")
        where XDocument.Load(file).Root!.Element("isfunction")!.Value != "0"
        select file);

    [TestMethod]
    public void Each_takes_a_privilege_of_a_table_of_the_solution() => AssertNone(
        from file in Package.Files(Repository.Solution, "customapis", "customapi.xml")
        let privilege = XDocument.Load(file).Root!.Element("executeprivilegename")!.Value
        where !Metadata.Solution.Tables.Keys.SelectMany(table => new[] { "prvRead" + table, "prvWrite" + table }).Contains(privilege, StringComparer.OrdinalIgnoreCase)
        select $"{file}: {privilege}");

    [TestMethod]
    public void Everything_lies_in_the_folder_of_its_unique_name() => AssertNone(
        from file in Package.Files(Repository.Solution, "customapis", "*.xml")
        where XDocument.Load(file).Root!.Attribute("uniquename")!.Value != Path.GetFileName(Path.GetDirectoryName(file))
        select file);

    [TestMethod]
    public void Only_a_request_parameter_may_be_optional() => AssertNone(
        from file in Package.Files(Repository.Solution, "customapis", "*.xml")
        let root = XDocument.Load(file).Root!
        where root.Element("isoptional") is not null != (root.Name.LocalName == "customapirequestparameter")
        select file);

    [TestMethod]
    public void What_people_read_is_there_in_both_languages() => AssertNone(
        from file in Package.Files(Repository.Solution, "customapis", "*.xml").Concat(Package.Files(Repository.Solution, "environmentvariabledefinitions", "*.xml"))
        from text in new[] { "description", "displayname" }.Select(name => XDocument.Load(file).Root!.Element(name)!)
        where text.Attribute("default")!.Value != text.Elements("label").First().Attribute("description")!.Value
            || !text.Elements("label").Select(label => label.Attribute("languagecode")!.Value).SequenceEqual(["1033", "1031"])
        select $"{file}: {text.Name}");

    private static string Signature(string file)
    {
        var api = XDocument.Load(file).Root!;
        var table = api.Element("boundentitylogicalname")!.Value;
        return $"{api.Attribute("uniquename")!.Value} {(table.Length > 0 ? table + " " : "")}({Parameters(file, "customapirequestparameters")}) -> {Parameters(file, "customapiresponseproperties")}";
    }

    private static string Parameters(string file, string folder)
    {
        var place = Path.Combine(Path.GetDirectoryName(file)!, folder);
        return !Directory.Exists(place) ? "" : string.Join(", ", Directory.EnumerateFiles(place, "*.xml", SearchOption.AllDirectories)
            .Select(each => XDocument.Load(each).Root!)
            .Select(each => $"{each.Attribute("uniquename")!.Value} {Types[int.Parse(each.Element("type")!.Value, System.Globalization.CultureInfo.InvariantCulture)]}{(each.Element("isoptional")?.Value == "1" ? "?" : "")}")
            .Order(StringComparer.Ordinal));
    }
}
