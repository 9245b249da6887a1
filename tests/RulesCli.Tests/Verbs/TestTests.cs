using System.IO;
using System.Text.Json;

namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class TestTests
{
    private const string Examples = """
        example "Right"
          given deal with amount 100 and Skyops as MSP, Nimbus as ISV
          expect credit Skyops 60, Nimbus 40

        example "Wrong"
          given deal with amount 100 and Skyops as MSP, Nimbus as ISV
          expect credit Skyops 50
          expect credit Nimbus 40

        """;

    [TestMethod]
    public void Each_example_passes_or_says_what_was_expected_what_came_out_and_why()
    {
        using var work = new Workplace();

        var ran = work.Run("test", work.Program("small.rules", Examples));

        Assert.AreEqual(1, ran.Exit);
        Assert.AreEqual(
            """
            ~/small.rules
              passed  Right
              FAILED  Wrong
                      line 18: Skyops should get 50 and gets 60
                        The deal Wrong of 100 USD is judged as of 2026-01-01 by the program "Small".
                          The credit rule "Shares" applies.
                          So the credit is:
                            Nimbus as ISV is credited 40%, which is 40 USD: 40% for ISV.
                            Skyops as MSP is credited 60%, which is 60 USD: 60% for MSP.
            2 examples: 1 passed, 1 failed.

            """, ran.Output);
    }

    [TestMethod]
    public void An_error_keeps_the_examples_from_being_run()
    {
        using var work = new Workplace();

        var ran = work.Run("test", work.Program("small.rules", "role MSP\n" + Examples));

        Assert.AreEqual(1, ran.Exit);
        Assert.Contains("error RUL0205", ran.Output);
        Assert.EndsWith("no examples: 0 passed, 0 failed.\n", ran.Output);
    }

    [TestMethod]
    public void An_example_that_makes_no_case_fails_with_its_own_error()
    {
        using var work = new Workplace();

        var ran = work.Run("test", work.Program("small.rules", Examples.Replace("as MSP, Nimbus as ISV\n  expect credit Skyops 50", "as MPS, Nimbus as ISV\n  expect credit Skyops 50")));

        Assert.AreEqual(1, ran.Exit);
        Assert.Contains("  FAILED  Wrong\n", ran.Output);
        Assert.Contains("there is no role 'MPS'", ran.Output);
    }

    [TestMethod]
    public void Machines_get_the_same_as_JSON()
    {
        using var work = new Workplace();

        using var json = JsonDocument.Parse(work.Run("test", "--json", work.Program("small.rules", Examples)).Output);

        var examples = json.RootElement.GetProperty("files")[0].GetProperty("examples");
        Assert.AreEqual("Right True 0", Told(examples[0]));
        Assert.AreEqual("Wrong False 1", Told(examples[1]));
        Assert.AreEqual(18, examples[1].GetProperty("failures")[0].GetProperty("line").GetInt32());

        static string Told(JsonElement example) =>
            $"{example.GetProperty("name")} {example.GetProperty("passed")} {example.GetProperty("failures").GetArrayLength()}";
    }

    [TestMethod]
    public void What_no_example_reaches_is_written_at_the_end_of_the_file_once()
    {
        using var work = new Workplace();
        var program = work.File("whole.rules", File.ReadAllText(Sample.Rules).ReplaceLineEndings("\r\n"));

        var first = work.Run("test", program, "--propose", "--write");
        var written = work.Read("whole.rules");
        var second = work.Run("test", program, "--propose", "--write");

        Assert.AreEqual("~/whole.rules: 7 examples written\n", first.Output);
        Assert.AreEqual("~/whole.rules: every rule has its examples\n", second.Output);
        Assert.AreEqual(written, work.Read("whole.rules"));
        Assert.AreEqual(written.ReplaceLineEndings("\r\n"), written);
        var tested = work.Run("test", program);
        Assert.AreEqual(0, tested.Exit, tested.Output);
        Assert.Contains("9 examples: 9 passed, 0 failed.", tested.Output);
    }
}
