using System;
using System.IO;
using System.Linq;
using System.Text;
using CrmAddon.SolutionPackager;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Solutions;

[TestClass]
public sealed class Exporting
{
    private static readonly Guid CaseForm = new("a837e4a7-01b8-4f82-a475-be9abd67e667");

    [TestMethod]
    public void The_add_on_comes_out_as_it_went_in()
    {
        using var environment = new TestEnvironment();
        environment.Import(TestEnvironment.Packed(TestEnvironment.AddOn));

        AssertSame(SolutionPackage.Unpack(new MemoryStream(TestEnvironment.Packed(TestEnvironment.AddOn))), Export(environment, "CrmAddon"));
    }

    [TestMethod]
    public void So_does_the_solution_of_a_folder()
    {
        using var environment = new TestEnvironment(TestEnvironment.AddOn);

        AssertSame(SolutionPackage.Unpack(new MemoryStream(TestEnvironment.Packed(TestEnvironment.AddOn))), Export(environment, "CrmAddon"));
    }

    [TestMethod]
    public void What_was_changed_in_rows_is_exported()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        environment.Service.Update(new Entity("systemform", SmallSolution.Form) { ["formxml"] = "<form><tabs><tab name=\"other\" /></tabs></form>" });
        environment.Service.Update(new Entity("savedquery", SmallSolution.View) { ["name"] = "All things" });
        environment.Service.Update(new Entity("webresource", SmallSolution.Script) { ["content"] = Convert.ToBase64String("alert(2);"u8.ToArray()) });
        environment.Service.Update(new Entity("solution", environment.Solution("Small")!.Id) { ["version"] = "1.0.0.7" });

        var files = Export(environment, "Small");

        Assert.AreEqual("1.0.0.7", files.Manifest.Version.ToString());
        StringAssert.Contains(Text(files, $"Entities/sml_Thing/FormXml/main/{SmallSolution.Form:B}.xml"), "<tab name=\"other\" />");
        StringAssert.Contains(Text(files, $"Entities/sml_Thing/SavedQueries/{SmallSolution.View:B}.xml"), "description=\"All things\"");
        Assert.AreEqual("alert(2);", Text(files, "WebResources/sml_script.js"));
        var before = environment.Contents();
        environment.Import(Packed(files));
        CollectionAssert.AreEqual(before, environment.Contents(), "an export imported where it comes from changes nothing");
    }

    [TestMethod]
    public void What_was_deleted_is_not_exported()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        environment.Service.Delete("savedquery", SmallSolution.View);

        Assert.IsFalse(Export(environment, "Small").Has($"Entities/sml_Thing/SavedQueries/{SmallSolution.View:B}.xml"));
    }

    [TestMethod]
    public void A_form_of_another_solution_that_was_added_is_exported()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        environment.Service.Execute(new OrganizationRequest("AddSolutionComponent") { ["ComponentId"] = CaseForm, ["ComponentType"] = 60, ["SolutionUniqueName"] = "Small", ["AddRequiredComponents"] = false });

        var files = Export(environment, "Small");

        var form = files.Paths.Single(p => p.StartsWith("Entities/Opportunity/FormXml/main/", StringComparison.Ordinal));
        StringAssert.Contains(form, CaseForm.ToString("B"));
        var before = environment.Row("systemform", CaseForm)["formxml"];
        environment.Import(Packed(files));
        Assert.AreEqual(before, environment.Row("systemform", CaseForm)["formxml"]);
    }

    [TestMethod]
    public void A_solution_that_was_made_here_is_exported_and_imported_elsewhere()
    {
        using var environment = new TestEnvironment();
        var publisher = environment.Service.Create(new Entity("publisher") { ["uniquename"] = "me", ["friendlyname"] = "Me", ["customizationprefix"] = "mee" });
        environment.Service.Create(new Entity("solution") { ["uniquename"] = "Mine", ["friendlyname"] = "My own", ["version"] = "1.0.0.0", ["publisherid"] = new EntityReference("publisher", publisher) });
        var create = new OrganizationRequest("Create")
        {
            ["Target"] = new Entity("webresource") { ["name"] = "mee_/a.js", ["displayname"] = "A", ["webresourcetype"] = new OptionSetValue(3), ["content"] = Convert.ToBase64String("1"u8.ToArray()) },
            ["SolutionUniqueName"] = "Mine",
        };
        environment.Service.Execute(create);

        using var elsewhere = new TestEnvironment();
        elsewhere.Import(Packed(Export(environment, "Mine")));

        Assert.AreEqual("My own", elsewhere.Solution("Mine")!["friendlyname"]);
        Assert.AreEqual("MQ==", elsewhere.All("webresource").Single(w => (string)w["name"]! == "mee_/a.js")["content"]);
    }

    [TestMethod]
    public void A_managed_package_is_exported_from_an_unmanaged_solution()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());

        var response = environment.Service.Execute(new OrganizationRequest("ExportSolution") { ["SolutionName"] = "Small", ["Managed"] = true });

        using var elsewhere = new TestEnvironment();
        elsewhere.Import((byte[])response["ExportSolutionFile"]!);
        Assert.AreEqual(true, elsewhere.Solution("Small")!["ismanaged"]);
    }

    [TestMethod]
    public void Managed_and_unknown_solutions_are_not_exported()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution { IsManaged = true });
        World.Refused(unchecked((int)0x80048036), "Managed solutions cannot be exported", () => Export(environment, "Small"));
        World.Refused(unchecked((int)0x80048037), "does not exist", () => Export(environment, "Nowhere"));
    }

    private static SolutionFiles Export(TestEnvironment environment, string name) => SolutionPackage.Unpack(new MemoryStream(
        (byte[])environment.Service.Execute(new OrganizationRequest("ExportSolution") { ["SolutionName"] = name, ["Managed"] = false })["ExportSolutionFile"]!));

    private static byte[] Packed(SolutionFiles files)
    {
        using var zip = new MemoryStream();
        SolutionPackage.Pack(files, zip, managed: false);
        return zip.ToArray();
    }

    private static string Text(SolutionFiles files, string path) => Encoding.UTF8.GetString(files[path]);

    private static void AssertSame(SolutionFiles expected, SolutionFiles actual)
    {
        CollectionAssert.AreEqual(expected.Paths.ToArray(), actual.Paths.ToArray());
        foreach (var path in expected.Paths)
        {
            Assert.AreEqual(Text(expected, path), Text(actual, path), path);
        }
    }
}
