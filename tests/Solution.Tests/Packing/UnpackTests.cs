using System;
using System.IO;
using System.Linq;
using CrmAddon.SolutionPackager;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests.Packing;

[TestClass]
public sealed class UnpackTests
{
    [TestMethod]
    public void Each_component_becomes_a_file_of_its_own() => Assert.AreEqual(
        """
        AppModuleSiteMaps/sam_Harbor/AppModuleSiteMap.xml
        AppModules/sam_Harbor/AppModule.xml
        Dashboards/{11111111-0000-0000-0000-000000000060}.xml
        Entities/sam_Boat/Entity.xml
        Entities/sam_Boat/FormXml/card/{11111111-0000-0000-0000-000000000001}.xml
        Entities/sam_Boat/FormXml/main/{11111111-0000-0000-0000-000000000002}.xml
        Entities/sam_Boat/FormXml/main/{11111111-0000-0000-0000-000000000003}.xml
        Entities/sam_Boat/RibbonDiff.xml
        Entities/sam_Boat/SavedQueries/{11111111-0000-0000-0000-000000000004}.xml
        Entities/sam_Boat/SavedQueries/{11111111-0000-0000-0000-000000000005}.xml
        Entities/sam_Boat/Visualizations/{1111111A-0000-0000-0000-000000000006}.xml
        OptionSets/sam_rig.xml
        Other/Customizations.xml
        Other/FieldSecurityProfiles.xml
        Other/Relationships.xml
        Other/Relationships/SystemUser.xml
        Other/Relationships/sam_Boat.xml
        Other/Solution.xml
        Roles/Boat_ Keeper.xml
        WebResources/sam_/icons/boat.svg
        WebResources/sam_/icons/boat.svg.data.xml
        Workflows/Nameisneeded-11111111-0000-0000-0000-000000000029.xaml
        Workflows/Nameisneeded-11111111-0000-0000-0000-000000000029.xaml.data.xml
        bots/sam_pilot/bot.yml
        environmentvariabledefinitions/sam_Berths/environmentvariabledefinition.xml
        """, string.Join("\n", Sample.Files().Paths));

    [TestMethod]
    public void What_is_left_of_the_document_names_the_sections_and_keeps_what_is_unknown() => Assert.AreEqual(
        "\uFEFF" + """
        <?xml version="1.0" encoding="utf-8"?>
        <ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" OrganizationVersion="9.2.0.0">
          <Entities />
          <Roles />
          <Workflows />
          <FieldSecurityProfiles />
          <Templates />
          <EntityMaps />
          <EntityRelationships />
          <OrganizationSettings />
          <optionsets />
          <Dashboards />
          <WebResources />
          <CustomControls />
          <AppModuleSiteMaps />
          <AppModules />
          <connectionreferences>
            <connectionreference connectionreferencelogicalname="sam_mail">
              <statecode>0</statecode>
            </connectionreference>
          </connectionreferences>
          <Languages>
            <Language>1033</Language>
          </Languages>
        </ImportExportXml>
        """, Sample.Files().Text("Other/Customizations.xml"));

    [TestMethod]
    public void Files_have_a_byte_order_mark_and_declare_the_namespace_but_an_app_does_not_and_empty_text_stays_two_tags()
    {
        var files = Sample.Files();
        Assert.AreEqual(
            "\uFEFF" + """
            <?xml version="1.0" encoding="utf-8"?>
            <Entity xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
              <Name LocalizedName="Boat" OriginalName="Boat">sam_Boat</Name>
              <EntityInfo>
                <entity Name="sam_Boat">
                  <ActivityTypeMask></ActivityTypeMask>
                </entity>
              </EntityInfo>
              <FormXml />
              <SavedQueries />
              <Visualizations />
              <RibbonDiffXml />
            </Entity>
            """, files.Text("Entities/sam_Boat/Entity.xml"));
        Assert.AreEqual(
            "\uFEFF" + """
            <?xml version="1.0" encoding="utf-8"?>
            <AppModule>
              <UniqueName>sam_Harbor</UniqueName>
              <OptimizedFor></OptimizedFor>
            </AppModule>
            """, files.Text("AppModules/sam_Harbor/AppModule.xml"));
    }

    [TestMethod]
    public void The_manifest_tells_name_version_type_and_components()
    {
        var manifest = Sample.Files().Manifest;
        Assert.AreEqual(("Sample", new Version(1, 2, 3, 4), PackageType.Unmanaged), (manifest.UniqueName, manifest.Version, manifest.Type));
        CollectionAssert.AreEqual(
            new[] { new RootComponent(1, "sam_boat", null, 0), new RootComponent(20, null, new Guid("11111111-0000-0000-0000-000000000020"), 0) },
            manifest.RootComponents.ToList());
    }

    [TestMethod]
    public void The_manifest_lists_components_by_type_as_text_then_by_name()
    {
        const string first = """<RootComponent type="1" schemaName="sam_boat" behavior="0" />""";
        const string nine = """<RootComponent type="9" schemaName="sam_rig" behavior="0" />""";
        const string boat = """<RootComponent type="380" schemaName="sam_Boat" behavior="0" />""";
        const string berths = """<RootComponent type="380" schemaName="sam_Berths" behavior="0" />""";
        var files = SolutionPackage.Unpack(Sample.ZipWith("solution.xml", Sample.Manifest.Replace(first, nine + boat + berths + first, StringComparison.Ordinal)));
        Assert.AreEqual("1 sam_boat, 20 , 380 sam_Berths, 380 sam_Boat, 9 sam_rig", string.Join(", ", files.Manifest.RootComponents.Select(c => $"{c.Type} {c.SchemaName}")));
    }

    [TestMethod]
    [DataRow("../evil.txt")]
    [DataRow("bots/../../evil.txt")]
    [DataRow("/etc/passwd")]
    [DataRow("C:/evil.txt")]
    [DataRow("..\\evil.txt")]
    [DataRow("bots/x:y")]
    public void A_part_that_leads_out_of_the_folder_is_refused(string name) => Refuse(Sample.ZipWith(name, "x"), "leads out of the package");

    [TestMethod]
    public void A_component_whose_name_leads_out_of_the_folder_is_refused() =>
        Refuse(Sample.ZipWith("customizations.xml", Sample.Customizations.Replace("sam_/icons/boat.svg", "../../boat.svg", StringComparison.Ordinal)), "leads out of the package");

    [TestMethod]
    public void Backslashes_of_a_zip_made_on_Windows_are_separators() =>
        CollectionAssert.Contains(SolutionPackage.Unpack(Sample.ZipWith("bots\\sam_pilot\\more.yml", "x")).Paths.ToList(), "bots/sam_pilot/more.yml");

    [TestMethod]
    public void Two_parts_that_are_one_file_on_some_systems_are_refused() => Refuse(Sample.ZipWith("bots/sam_pilot/BOT.yml", "x"), "twice");

    [TestMethod]
    public void What_is_no_zip_a_cut_zip_and_a_zip_without_a_solution_are_told_apart()
    {
        Refuse(new MemoryStream([1, 2, 3]), "no zip file, or it is damaged");
        Refuse(new MemoryStream(Sample.Zip(Sample.Parts).ToArray()[..600]), "no zip file, or it is damaged");
        Refuse(Sample.ZipWith("solution.xml", null), "no solution.xml: it is no solution");
        Refuse(Sample.ZipWith("customizations.xml", null), "no customizations.xml: it is no solution");
    }

    [TestMethod]
    public void A_changed_byte_is_found()
    {
        var bytes = Sample.Zip(Sample.Parts).ToArray();
        var broken = 0;
        for (var i = 0; i < bytes.Length; i += 7)
        {
            var changed = (byte[])bytes.Clone();
            changed[i] ^= 0x40;
            try
            {
                SolutionPackage.Unpack(new MemoryStream(changed));
            }
            catch (SolutionPackageException)
            {
                broken++;
            }
        }

        Assert.IsGreaterThan(0, broken);
    }

    [TestMethod]
    public void Malformed_XML_is_told_with_file_and_line()
    {
        Refuse(Sample.ZipWith("solution.xml", Sample.Manifest.Replace("</UniqueName>", "", StringComparison.Ordinal)), "solution.xml is no well-formed XML");
        Refuse(Sample.ZipWith("customizations.xml", "<!DOCTYPE x [<!ENTITY e 'e'>]>" + Sample.Customizations), "customizations.xml is no well-formed XML");
    }

    [TestMethod]
    public void A_part_that_is_named_but_missing_is_told() =>
        Refuse(Sample.ZipWith("WebResources/sam_iconsboatsvg11111111-0000-0000-0000-000000000061", null), "A WebResource names the file /WebResources/sam_iconsboatsvg11111111-0000-0000-0000-000000000061");

    [TestMethod]
    [DataRow("<Version>1.2.3.4</Version>", "<Version>one</Version>", "<Version> is no version")]
    [DataRow("<Managed>0</Managed>", "<Managed>7</Managed>", "<Managed> is neither 0")]
    [DataRow("<UniqueName>Sample</UniqueName>", "", "<UniqueName> is missing")]
    [DataRow("<RootComponent type=\"1\"", "<RootComponent kind=\"1\"", "a RootComponent has no type")]
    public void A_manifest_that_says_too_little_is_refused(string text, string instead, string reason)
    {
        var files = SolutionPackage.Unpack(Sample.ZipWith("solution.xml", Sample.Manifest.Replace(text, instead, StringComparison.Ordinal)));
        StringAssert.Contains(Assert.ThrowsExactly<SolutionPackageException>(() => files.Manifest).Message, reason);
    }

    [TestMethod]
    public void Only_what_differs_is_written_and_only_what_is_asked_for_deleted()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var files = Sample.Files();
            Assert.HasCount(files.Paths.Count, files.Write(folder));
            Assert.IsEmpty(files.Write(folder));
            var changed = files.With("bots/sam_pilot/bot.yml", "changed").Without("OptionSets/sam_rig.xml");
            CollectionAssert.AreEqual(new[] { "bots/sam_pilot/bot.yml" }, changed.Write(folder).ToList());
            CollectionAssert.AreEqual(new[] { "OptionSets/sam_rig.xml" }, changed.Write(folder, delete: true).ToList());
            CollectionAssert.AreEqual(changed.Paths.ToList(), SolutionFiles.Read(folder).Paths.ToList());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Refuse(Stream zip, string reason) =>
        StringAssert.Contains(Assert.ThrowsExactly<SolutionPackageException>(() => SolutionPackage.Unpack(zip)).Message, reason);
}
