namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class CheckTests
{
    [TestMethod]
    public void A_program_without_errors_is_fine()
    {
        using var work = new Workplace();

        var ran = work.Run("check", work.Program("small.rules", ""));

        Assert.AreEqual(new Ran(0, "1 file checked: no errors.\n", ""), ran);
    }

    [TestMethod]
    public void Findings_are_drawn_under_their_lines_for_each_file()
    {
        using var work = new Workplace();

        var ran = work.Run(
            "check",
            work.Program("first.rules", "commission \"Fee\"\n  for MPS\n  once when the deal is won, on amount\n  rate 5%\n"),
            work.Program("second.rules", ""));

        Assert.AreEqual(
            """
            ~/first.rules:13:7: error RUL0202: there is no role 'MPS'
                  for MPS
                      ^^^
              hint: did you mean 'MSP'?

            2 files checked: 1 error.

            """, ran.Output);
        Assert.AreEqual(1, ran.Exit);
    }

    [TestMethod]
    public void Warnings_decide_only_when_they_are_asked_to()
    {
        using var work = new Workplace();
        var file = work.Program("warned.rules", "commission \"Fee\"\n  for MSP\n  once when the deal is won, on amount\n  graduated\n    above 0 5%\n    above 1,000 6%\n  at most 10 per deal\n");

        Assert.AreEqual(0, work.Run("check", file).Exit);
        Assert.AreEqual(1, work.Run("check", file, "--warnings-as-errors").Exit);
    }

    [TestMethod]
    public void Standard_input_is_a_file_too()
    {
        using var work = new Workplace();

        var ran = work.RunWith("language 2", "check", "-");

        Assert.AreEqual(1, ran.Exit);
        Assert.StartsWith("standard input:1:", ran.Output);
    }

    [TestMethod]
    public void A_byte_order_mark_and_the_line_ends_of_Windows_change_nothing()
    {
        using var work = new Workplace();
        var text = "\uFEFF" + System.IO.File.ReadAllText(work.Program("small.rules", "")).ReplaceLineEndings("\r\n");

        Assert.AreEqual(0, work.Run("check", work.File("windows.rules", text)).Exit);
    }

    [TestMethod]
    public void What_a_name_in_a_file_tells_the_terminal_to_do_is_not_done()
    {
        using var work = new Workplace();

        var ran = work.Run("check", work.PathOf("\u001b[2Jrules"));

        Assert.DoesNotContain("\u001b", ran.Error);
    }
}
