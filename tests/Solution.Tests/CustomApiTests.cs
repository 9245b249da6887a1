using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Custom APIs as the code calls them: the schemas know nothing of these files.</summary>
[TestClass]
public sealed class CustomApiTests
{
    private const string Text = "10";
    private const string WholeNumber = "7";

    [TestMethod]
    public void Close_month_is_an_action_that_belongs_to_no_table()
    {
        var api = Load("cov_CloseMonth", "customapi.xml");
        CollectionAssert.AreEqual(
            new[] { "0", "0", "", "cov_CloseMonth" },
            new[] { "isfunction", "bindingtype", "boundentitylogicalname", "name" }.Select(name => api.Element(name)!.Value).ToArray());
    }

    [TestMethod]
    public void Close_month_takes_a_program_and_a_month_and_says_what_happened()
    {
        CollectionAssert.AreEqual(new[] { "cov_Month " + Text, "cov_Program " + Text }, Parameters("customapirequestparameters"));
        CollectionAssert.AreEqual(new[] { "cov_Message " + Text, "cov_Waiting " + WholeNumber }, Parameters("customapiresponseproperties"));
    }

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

    private static string[] Parameters(string folder) =>
        [.. Package.Files(Repository.Solution, Path.Combine("customapis", "cov_CloseMonth", folder), "*.xml")
            .Select(f => XDocument.Load(f).Root!)
            .Select(e => $"{e.Attribute("uniquename")!.Value} {e.Element("type")!.Value}")];

    private static XElement Load(params IEnumerable<string> path) =>
        XDocument.Load(Path.Combine([Repository.Solution, "customapis", .. path])).Root!;
}
