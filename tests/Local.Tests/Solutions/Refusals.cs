using System;
using System.IO;
using System.IO.Compression;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Solutions;

/// <summary>What an import refuses, and that nothing of it stays.</summary>
[TestClass]
public sealed class Refusals
{
    private const int BadZip = unchecked((int)0x80048060);
    private const int InvalidXml = unchecked((int)0x8004802C);
    private const int ImportError = unchecked((int)0x80048033);
    private const int MissingDependencies = unchecked((int)0x8004801D);
    private const int MissingComponent = unchecked((int)0x8004801F);

    [TestMethod]
    public void No_zip_file() => Refused(BadZip, "[Content_Types].xml", "no zip"u8.ToArray());

    [TestMethod]
    public void A_zip_file_that_is_cut_off() => Refused(BadZip, "solution file is invalid", new SmallSolution().Pack()[..400]);

    [TestMethod]
    public void A_zip_file_without_customizations() => Refused(BadZip, "customizations.xml", Without("customizations.xml"));

    [TestMethod]
    public void XML_that_is_not_well_formed() => Refused(InvalidXml, "customizations.xml", With("customizations.xml", "<ImportExportXml><Entities>"));

    [TestMethod]
    public void A_manifest_without_a_version() => Refused(InvalidXml, "", With("solution.xml", "<ImportExportXml><SolutionManifest><UniqueName>Small</UniqueName></SolutionManifest></ImportExportXml>"));

    [TestMethod]
    public void A_column_of_an_unknown_type() => Refused(ImportError, "hypertext", new SmallSolution { Columns = [("sml_code", "hypertext")] }.Pack());

    [TestMethod]
    public void A_root_component_that_is_not_there() => Refused(
        MissingComponent, "sml_thing", new SmallSolution { HasTable = false }.PackWith(m => m.Replace("<RootComponents>", "<RootComponents><RootComponent type=\"1\" schemaName=\"sml_thing\" behavior=\"0\" />", StringComparison.Ordinal)));

    [TestMethod]
    public void A_dependency_that_is_missing() => Refused(
        MissingDependencies, "Warehouse", new SmallSolution
        {
            MissingDependencies = "<MissingDependency><Required type=\"1\" schemaName=\"oth_warehouse\" displayName=\"Warehouse\" solution=\"Other (1.0)\" /><Dependent type=\"1\" schemaName=\"sml_thing\" /></MissingDependency>",
        }.Pack());

    [TestMethod]
    public void A_system_solution() => Refused(unchecked((int)0x80048046), "System", new SmallSolution { UniqueName = "System" }.Pack());

    [TestMethod]
    public void An_unmanaged_package_over_a_managed_solution_and_the_other_way_round()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution { IsManaged = true });
        World.Refused(unchecked((int)0x80048041), "as a managed solution", () => environment.Import(new SmallSolution()));

        using var other = new TestEnvironment();
        other.Import(new SmallSolution());
        World.Refused(unchecked((int)0x80048040), "as an unmanaged solution", () => other.Import(new SmallSolution { IsManaged = true }));
    }

    [TestMethod]
    public void A_lower_version_of_a_managed_solution_and_not_of_an_unmanaged_one()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution { IsManaged = true, Version = "1.2.0.0" });
        World.Refused(ImportError, "1.1.0.0 is lower", () => environment.Import(new SmallSolution { IsManaged = true, Version = "1.1.0.0" }));
        environment.Import(new SmallSolution { IsManaged = true, Version = "1.2.0.0" });

        using var other = new TestEnvironment();
        other.Import(new SmallSolution { Version = "1.2.0.0" });
        other.Import(new SmallSolution { Version = "1.1.0.0" });
        Assert.AreEqual("1.1.0.0", other.Solution("Small")!["version"]);
    }

    [TestMethod]
    public void A_column_that_became_something_else()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one", ["sml_count"] = 1 });
        var before = environment.Contents();

        World.Refused(ImportError, "sml_count", () => environment.Import(new SmallSolution { Version = "1.1.0.0", Columns = [("sml_new", "int"), ("sml_count", "nvarchar")] }));

        CollectionAssert.AreEqual(before, environment.Contents());
        environment.Reopen();
        CollectionAssert.AreEqual(before, environment.Contents());
    }

    [TestMethod]
    public void A_user_without_the_privilege()
    {
        using var environment = new TestEnvironment();
        var user = environment.Service.Create(new Entity("systemuser") { ["lastname"] = "Seller", ["domainname"] = "seller@contoso.com", ["businessunitid"] = new EntityReference("businessunit", environment.Dataverse.RootBusinessUnitId) });
        environment.Dataverse.AssignRole(user, "Salesperson");

        foreach (var request in new[]
        {
            new OrganizationRequest("ImportSolution") { ["CustomizationFile"] = new SmallSolution().Pack() },
            new OrganizationRequest("ImportSolutionAsync") { ["CustomizationFile"] = new SmallSolution().Pack() },
            new OrganizationRequest("ExportSolution") { ["SolutionName"] = "Small" },
            new OrganizationRequest("PublishAllXml"),
        })
        {
            World.Refused(unchecked((int)0x80040220), "Customization", () => environment.Dataverse.CreateService(user).Execute(request));
        }
    }

    [TestMethod]
    public void A_failed_job_says_why()
    {
        using var environment = new TestEnvironment();
        var job = Guid.NewGuid();

        World.Fault(() => environment.Service.Execute(new OrganizationRequest("ImportSolution") { ["CustomizationFile"] = "no zip"u8.ToArray(), ["ImportJobId"] = job }));

        var row = environment.Row("importjob", job);
        Assert.IsTrue(row.Contains("completedon"));
        StringAssert.Contains((string)row["data"]!, "errorcode=\"0x80048060\"");
        World.Refused(unchecked((int)0x80040237), "importjob", () => environment.Service.Execute(new OrganizationRequest("ImportSolution") { ["CustomizationFile"] = new SmallSolution().Pack(), ["ImportJobId"] = job }));
    }

    private static void Refused(int code, string part, byte[] file)
    {
        using var environment = new TestEnvironment();
        var before = environment.Contents();
        World.Refused(code, part, () => environment.Import(file));
        CollectionAssert.AreEqual(before, environment.Contents());
        environment.Import(new SmallSolution());
        Assert.IsTrue(environment.Has("sml_thing"), "what came before is no hindrance");
    }

    private static byte[] Without(string name) => Change(zip => zip.GetEntry(name)!.Delete());

    private static byte[] With(string name, string text) => Change(zip =>
    {
        zip.GetEntry(name)!.Delete();
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
    });

    private static byte[] Change(Action<ZipArchive> change)
    {
        using var stream = new MemoryStream();
        stream.Write(new SmallSolution().Pack());
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            change(zip);
        }

        return stream.ToArray();
    }
}
