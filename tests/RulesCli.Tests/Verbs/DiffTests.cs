using System.Text.Json;

namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class DiffTests
{
    private const string Fee = "commission \"Fee\"\n  for MSP\n  once when the deal is won, on amount\n  rate {0}%\n";

    [TestMethod]
    public void What_changed_in_meaning_is_told_with_a_case_that_shows_it()
    {
        using var work = new Workplace();

        var ran = work.Run(
            "diff", work.Program("before.rules", Fee.Replace("{0}", "5")),
            work.Program("after.rules", Fee.Replace("{0}", "6") + "registration \"Deals\"\n  protect 90 days from approval\n"));

        Assert.AreEqual(
            """
            commission "Fee"
              rate: 5%, now 6%
              for example: given won deal on 2026-01-01 with amount 10,000 and Nimbus as MSP
                commission Nimbus: 300, now 360

            registration "Deals" is new
              protects: 90 days
              conflict: same customer

            2 differences in meaning.

            """, ran.Output);
        Assert.AreEqual(1, ran.Exit);
    }

    [TestMethod]
    public void Another_layout_is_no_difference()
    {
        using var work = new Workplace();
        var before = work.Program("before.rules", Fee.Replace("{0}", "5"));

        var ran = work.Run("diff", before, work.File("after.rules", "# the same\n" + work.Read("before.rules").Replace("\n  ", " ")));

        Assert.AreEqual(new Ran(0, "Both versions mean the same.\n", ""), ran);
    }

    [TestMethod]
    public void Machines_get_the_same_as_JSON()
    {
        using var work = new Workplace();

        using var json = JsonDocument.Parse(work.Run(
            "diff", "--json", work.Program("before.rules", Fee.Replace("{0}", "5")), work.Program("after.rules", Fee.Replace("{0}", "6"))).Output);

        var change = json.RootElement.GetProperty("changes")[0];
        Assert.AreEqual("Changed", change.GetProperty("kind").GetString());
        Assert.AreEqual("6%", change.GetProperty("terms")[0].GetProperty("after").GetString());
        Assert.AreEqual("360", change.GetProperty("shown").GetProperty("money")[0].GetProperty("after").GetString());
    }
}
