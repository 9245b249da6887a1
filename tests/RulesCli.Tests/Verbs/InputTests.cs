using System.IO;
using System.Text;

namespace CrmAddon.RulesCli.Tests.Verbs;

/// <summary>What can't be read ends with exit code 2 and a sentence that says what to do.</summary>
[TestClass]
public sealed class InputTests
{
    [TestMethod]
    public void A_missing_file_is_named_and_the_others_are_checked_all_the_same()
    {
        using var work = new Workplace();

        var ran = work.Run("check", work.PathOf("absent.rules"), work.Program("small.rules", ""));

        Assert.AreEqual(new Ran(
            2, "1 file checked: no errors.\n", "rules: There is no file ~/absent.rules; look at its name and at the folder you are in.\n"), ran);
    }

    [TestMethod]
    public void A_folder_is_no_file()
    {
        using var work = new Workplace();
        Directory.CreateDirectory(work.PathOf("rules"));

        var ran = work.Run("check", work.PathOf("rules"));

        Assert.AreEqual(new Ran(2, "", "rules: ~/rules is a folder; name the files in it.\n"), ran);
    }

    [TestMethod]
    public void Bytes_that_are_no_text_are_refused()
    {
        using var work = new Workplace();

        Assert.AreEqual(
            "rules: ~/zeros.rules is no text: it holds zero bytes; is it the right file?\n",
            work.Run("check", work.File("zeros.rules", new byte[100])).Error);
        Assert.AreEqual(
            "rules: ~/latin.rules is not in UTF-8; save it with that encoding.\n",
            work.Run("check", work.File("latin.rules", Encoding.Latin1.GetBytes("program \"Ökonomie\""))).Error);
    }

    [TestMethod]
    public void A_file_larger_than_any_program_is_not_read()
    {
        using var work = new Workplace();

        var ran = work.Run("check", work.File("huge.rules", new byte[9 << 20]));

        Assert.AreEqual(new Ran(2, "", "rules: ~/huge.rules is larger than any program of rules; is it the right file?\n"), ran);
    }

    [TestMethod]
    public void UTF_16_with_its_mark_is_read()
    {
        using var work = new Workplace();
        var text = File.ReadAllText(work.Program("small.rules", ""));
        File.WriteAllText(work.PathOf("wide.rules"), text, Encoding.Unicode);

        Assert.AreEqual(0, work.Run("check", work.PathOf("wide.rules")).Exit);
    }

    [TestMethod]
    [DataRow]
    [DataRow("check")]
    [DataRow("chekc", "x.rules")]
    [DataRow("explain", "x.rules", "--language", "xx")]
    [DataRow("preview", "a.rules", "b.rules")]
    public void What_is_not_understood_ends_with_2(params string[] arguments)
    {
        using var work = new Workplace();

        var ran = work.Run(arguments);

        Assert.AreEqual(2, ran.Exit);
        Assert.AreNotEqual("", ran.Error);
    }

    [TestMethod]
    public void An_unknown_option_is_no_file()
    {
        using var work = new Workplace();

        Assert.AreEqual(
            new Ran(2, "", "rules: There is neither an option nor a file --jsno; --help lists the options.\n"),
            work.Run("check", "--jsno"));
    }

    [TestMethod]
    public void Help_is_no_error()
    {
        using var work = new Workplace();

        var ran = work.Run("check", "--help");

        Assert.AreEqual(0, ran.Exit);
        Assert.Contains("--warnings-as-errors", ran.Output);
    }
}
