using System;
using System.IO;

namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class FormatTests
{
    private const string Untidy = "language 1 program \"Small\" in USD\nrole MSP\ncredit \"All\" for deals shares MSP 100%";

    [TestMethod]
    public void A_file_is_put_into_the_layout_in_its_place()
    {
        using var work = new Workplace();
        var file = work.File("untidy.rules", Untidy);

        Assert.AreEqual(new Ran(0, "~/untidy.rules: formatted\n", ""), work.Run("format", file));
        Assert.AreEqual(new Ran(0, "", ""), work.Run("format", file));
        Assert.AreEqual(new Ran(0, "", ""), work.Run("format", "--check", file));
        Assert.AreEqual(Rules.RuleFormatter.Format(Untidy).Text, work.Read("untidy.rules"));
        Assert.HasCount(1, Directory.GetFiles(Path.GetDirectoryName(file)!));
    }

    [TestMethod]
    public void Check_changes_nothing_and_says_which_files_would_change()
    {
        using var work = new Workplace();
        var file = work.File("untidy.rules", Untidy);

        var ran = work.Run("format", "--check", file, work.Program("small.rules", "\n\n"));

        Assert.AreEqual(1, ran.Exit);
        Assert.StartsWith("~/untidy.rules: is not in the language's layout; rules format would change it\n", ran.Output);
        Assert.AreEqual(Untidy, work.Read("untidy.rules"));
    }

    [TestMethod]
    public void Standard_input_goes_formatted_to_standard_output()
    {
        using var work = new Workplace();

        Assert.AreEqual(new Ran(0, Rules.RuleFormatter.Format(Untidy).Text, ""), work.RunWith(Untidy, "format", "-"));
        Assert.AreEqual(1, work.RunWith(Untidy, "format", "--check", "-").Exit);
    }

    [TestMethod]
    public void A_text_that_can_not_be_read_stays_and_its_errors_are_drawn()
    {
        using var work = new Workplace();
        var file = work.File("broken.rules", "language 1\nprogram");

        var ran = work.Run("format", file);

        Assert.AreEqual(1, ran.Exit);
        Assert.Contains("~/broken.rules:2:", ran.Error);
        Assert.AreEqual("language 1\nprogram", work.Read("broken.rules"));
    }

    [TestMethod]
    public void A_link_stays_a_link_and_the_file_keeps_who_may_read_it()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Links and permissions of Unix.");
            return;
        }

        using var work = new Workplace();
        var file = work.File("untidy.rules", Untidy);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.CreateSymbolicLink(work.PathOf("link.rules"), file);

        Assert.AreEqual(0, work.Run("format", work.PathOf("link.rules")).Exit);

        Assert.IsNotNull(new FileInfo(work.PathOf("link.rules")).LinkTarget);
        Assert.AreNotEqual(Untidy, work.Read("untidy.rules"));
        Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }
}
