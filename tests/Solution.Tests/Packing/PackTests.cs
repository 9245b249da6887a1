using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml.Linq;
using CrmAddon.SolutionPackager;
using CrmAddon.SolutionPackager.Cli;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests.Packing;

[TestClass]
public sealed class PackTests
{
    private static readonly SolutionFiles ForBoth = SolutionPackage.Tidy(Sample.Files().With(
        "Other/Solution.xml", Sample.Files().Text("Other/Solution.xml").Replace("<Managed>0<", "<Managed>2<", StringComparison.Ordinal)));

    [TestMethod]
    public void What_was_taken_apart_packs_into_the_same_documents_and_parts()
    {
        var packed = Sample.Read(Sample.Pack(Sample.Files()));
        CollectionAssert.AreEquivalent(Sample.Parts.Keys.ToList(), packed.Keys.ToList());
        foreach (var (name, text) in Sample.Parts.Where(p => p.Key != "[Content_Types].xml"))
        {
            if (name is "solution.xml" or "customizations.xml")
                Assert.AreEqual(XDocument.Parse(text).ToString(), XDocument.Parse(packed[name]).ToString(), name);
            else
                Assert.AreEqual(text, packed[name], name);
        }
    }

    [TestMethod]
    public void What_was_packed_comes_apart_into_the_same_bytes() => AssertSame(Sample.Files(), SolutionPackage.Unpack(Sample.Pack(Sample.Files())));

    [TestMethod]
    public void Our_solution_comes_apart_into_the_files_that_it_was_packed_from() => AssertSame(
        Repository.SolutionFiles,
        SolutionPackage.Unpack(Sample.Pack(Repository.SolutionFiles), Sample.Pack(Repository.SolutionFiles, managed: true)));

    [TestMethod]
    public void The_same_files_give_the_same_bytes() =>
        CollectionAssert.AreEqual(Sample.Pack(Repository.SolutionFiles).ToArray(), Sample.Pack(SolutionFiles.Read(Repository.Solution)).ToArray());

    [TestMethod]
    public void The_build_leaves_both_packages_of_our_solution()
    {
        foreach (var (name, managed) in new[] { ("CrmAddon.zip", false), ("CrmAddon_managed.zip", true) })
            CollectionAssert.AreEqual(Sample.Pack(Repository.SolutionFiles, managed).ToArray(), File.ReadAllBytes(Path.Combine(Repository.Root, "solution", "bin", name)), name);
    }

    [TestMethod]
    public void The_version_of_the_solution_is_that_of_the_build()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        Assert.AreEqual(Version.Parse(props.Descendants("Version").Single().Value + ".0"), Repository.SolutionFiles.Manifest.Version);
    }

    [TestMethod]
    public void The_package_says_what_types_of_files_it_holds() => Assert.AreEqual(
        """
        <?xml version="1.0" encoding="utf-8"?>
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="xml" ContentType="application/octet-stream" />
          <Default Extension="xaml" ContentType="application/octet-stream" />
          <Default Extension="yml" ContentType="application/octet-stream" />
          <Override PartName="/WebResources/sam_iconsboatsvg11111111-0000-0000-0000-000000000061" ContentType="application/octet-stream" />
        </Types>
        """, Sample.Read(Sample.Pack(Sample.Files()))["[Content_Types].xml"]);

    [TestMethod]
    public void The_managed_package_is_marked_and_takes_the_variants_for_it()
    {
        const string form = "Entities/sam_Boat/FormXml/main/{11111111-0000-0000-0000-000000000002}";
        var files = ForBoth.With(form + "_managed.xml", ForBoth.Text(form + ".xml").Replace("<formid>", "<ancestor /><formid>", StringComparison.Ordinal));
        var (unmanaged, managed) = (Sample.Read(Sample.Pack(files)), Sample.Read(Sample.Pack(files, managed: true)));
        StringAssert.Contains(unmanaged["solution.xml"], "<Managed>0</Managed>");
        StringAssert.Contains(managed["solution.xml"], "<Managed>1</Managed>");
        Assert.DoesNotContain("<ancestor", unmanaged["customizations.xml"]);
        StringAssert.Contains(managed["customizations.xml"], "<ancestor");
        AssertSame(files.With(form + "_managed.xml", files.Text(form + "_managed.xml").Replace("<ancestor /><formid>", "<ancestor />\n    <formid>", StringComparison.Ordinal)),
            SolutionPackage.Unpack(Sample.Pack(files), Sample.Pack(files, managed: true)));
    }

    [TestMethod]
    public void A_pair_comes_apart_with_a_second_file_for_each_form_app_and_site_map() => Assert.AreEqual(
        """
        AppModuleSiteMaps/sam_Harbor/AppModuleSiteMap_managed.xml
        AppModules/sam_Harbor/AppModule_managed.xml
        Entities/sam_Boat/FormXml/card/{11111111-0000-0000-0000-000000000001}_managed.xml
        Entities/sam_Boat/FormXml/main/{11111111-0000-0000-0000-000000000002}_managed.xml
        Entities/sam_Boat/FormXml/main/{11111111-0000-0000-0000-000000000003}_managed.xml
        """, string.Join("\n", ForBoth.Paths.Where(SolutionPackage.IsVariant)));

    [TestMethod]
    public void Tidying_writes_files_as_they_come_apart_and_copies_the_variants()
    {
        const string form = "Entities/sam_Boat/FormXml/main/{11111111-0000-0000-0000-000000000002}";
        var untidy = ForBoth.With(form + ".xml", ForBoth.Text(form + ".xml").Replace("\n  ", "\n\t\t", StringComparison.Ordinal) + "\n").Without(form + "_managed.xml")
            .With("Other/Solution.xml", ForBoth.Text("Other/Solution.xml").Replace("><", ">\n\n<", StringComparison.Ordinal) + "\n");
        AssertSame(ForBoth, SolutionPackage.Tidy(untidy));
    }

    [TestMethod]
    public void A_folder_for_one_type_is_not_packed_as_the_other()
    {
        Refuse(Sample.Files(), "the folder is Unmanaged, so that no Managed package can be packed", managed: true);
        Refuse(Sample.Files().With("Other/Solution.xml", Sample.Manifest.Replace("<Managed>0<", "<Managed>1<", StringComparison.Ordinal)), "the folder is Managed");
    }

    [TestMethod]
    public void Two_packages_of_one_type_or_of_two_solutions_are_no_pair()
    {
        var other = ForBoth.With("Other/Solution.xml", ForBoth.Text("Other/Solution.xml").Replace(">Sample<", ">Other<", StringComparison.Ordinal));
        foreach (var second in new[] { Sample.Pack(ForBoth), Sample.Pack(other, managed: true) })
            StringAssert.Contains(Assert.ThrowsExactly<SolutionPackageException>(() => SolutionPackage.Unpack(Sample.Pack(ForBoth), second)).Message, "not the unmanaged and the managed one");
    }

    [TestMethod]
    [DataRow("Roles", "Roles/Boat_ Keeper.xml")]
    [DataRow("WebResources", "WebResources/sam_/icons/boat.svg")]
    [DataRow("Dashboards", "Dashboards/{11111111-0000-0000-0000-000000000060}.xml")]
    [DataRow("Entities", "Entities/sam_Boat/Entity.xml")]
    public void Files_without_their_section_are_refused_rather_than_left_out(string section, string file) => Refuse(
        Sample.Files().With("Other/Customizations.xml", Sample.Files().Text("Other/Customizations.xml").Replace($"  <{section} />\n", "", StringComparison.Ordinal)),
        $"has no <{section} />, so that {file} would be left out");

    [TestMethod]
    [DataRow("FormXml", "Entities/sam_Boat/FormXml/card/{11111111-0000-0000-0000-000000000001}.xml")]
    [DataRow("SavedQueries", "Entities/sam_Boat/SavedQueries/{11111111-0000-0000-0000-000000000004}.xml")]
    [DataRow("RibbonDiffXml", "Entities/sam_Boat/RibbonDiff.xml")]
    public void Parts_of_a_table_without_their_place_are_refused(string place, string file) => Refuse(
        Sample.Files().With("Entities/sam_Boat/Entity.xml", Sample.Files().Text("Entities/sam_Boat/Entity.xml").Replace($"  <{place} />\n", "", StringComparison.Ordinal)),
        $"has no <{place} />, so that {file} would be left out");

    [TestMethod]
    public void A_file_without_its_description_a_description_without_its_file_and_a_wrong_list_of_relations_are_refused()
    {
        Refuse(Sample.Files().Without("WebResources/sam_/icons/boat.svg.data.xml"), "WebResources/sam_/icons/boat.svg has no description");
        Refuse(Sample.Files().Without("WebResources/sam_/icons/boat.svg"), "describes WebResources/sam_/icons/boat.svg, which is missing");
        Refuse(Sample.Files().Without("Other/Relationships/sam_Boat.xml"), "lists the relation sam_boat_account, which no file");
        Refuse(Sample.Files().With("Other/Relationships.xml", "<EntityRelationships />"), "does not list the relation lk_sam_boat_createdby");
        Refuse(Sample.Files().With("Roles/Boat_ Keeper.xml", "<role />"), "Roles/Boat_ Keeper.xml should begin with <Role>");
        Refuse(Sample.Files().With("Roles/Boat_ Keeper.xml", "<Role"), "Roles/Boat_ Keeper.xml is no well-formed XML");
    }

    [TestMethod]
    public void The_command_line_packs_only_what_changed_and_takes_pairs_apart()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var (source, zip, target) = (Path.Combine(folder, "src"), Path.Combine(folder, "bin", "Sample.zip"), Path.Combine(folder, "out"));
            ForBoth.Write(source);
            Assert.AreEqual((0, ""), Run("pack", source, zip));
            File.SetLastWriteTimeUtc(zip, DateTime.UnixEpoch);
            Assert.AreEqual((0, ""), Run("pack", source, zip));
            Assert.AreEqual(DateTime.UnixEpoch, File.GetLastWriteTimeUtc(zip));
            Assert.AreEqual((0, ""), Run("pack", source, Path.Combine(folder, "bin", "Sample_managed.zip"), "--managed"));
            Assert.AreEqual(0, Run("unpack", zip, target, "--both").Code);
            AssertSame(SolutionFiles.Read(source), SolutionFiles.Read(target));
            File.AppendAllText(Path.Combine(target, "Other", "Solution.xml"), "\n");
            Assert.AreEqual((0, "Other/Solution.xml" + Environment.NewLine), Run("tidy", target));
            AssertSame(SolutionFiles.Read(source), SolutionFiles.Read(target));
            File.WriteAllText(Path.Combine(source, "Other", "Solution.xml"), "<");
            var refused = Run("pack", source, zip);
            Assert.AreEqual(1, refused.Code);
            StringAssert.Contains(refused.Text, "Other/Solution.xml is no well-formed XML");
            Assert.AreEqual(1, Run("pack", Path.Combine(folder, "nowhere"), zip).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static (int Code, string Text) Run(params string[] args)
    {
        var text = new StringWriter();
        return (PackagerCommand.Run(args, text, text), text.ToString());
    }

    private static void Refuse(SolutionFiles files, string reason, bool managed = false) =>
        StringAssert.Contains(Assert.ThrowsExactly<SolutionPackageException>(() => Sample.Pack(files, managed)).Message, reason);

    private static void AssertSame(SolutionFiles expected, SolutionFiles actual)
    {
        CollectionAssert.AreEqual(expected.Paths.ToList(), actual.Paths.ToList());
        foreach (var path in expected.Paths)
            Assert.AreEqual(Encoding.UTF8.GetString(expected[path]), Encoding.UTF8.GetString(actual[path]), path);
    }
}
