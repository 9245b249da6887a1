using System.Globalization;
using System.Text.Json;

namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class PreviewTests
{
    private const string Fee = "commission \"Fee\"\n  for MSP\n  once when the deal is won, on amount\n  rate {0}%\n  at most 1,000 per partner\n";

    [TestMethod]
    public void Money_per_partner_is_shown_before_and_after_with_the_cases_that_moved_it()
    {
        using var work = new Workplace();
        var before = work.Program("before.rules", Fee.Replace("{0}", "5"));
        var after = work.Program("after.rules", Fee.Replace("{0}", "6"));

        var ran = work.RunWith(Deal("D-1", 1_000) + Deal("D-2", 10_000) + Deal("D-3", 0), "preview", before, after, "--cases", "-");

        Assert.AreEqual(1, ran.Exit, ran.Error);
        Assert.AreEqual(
            """
            3 cases judged by both versions of "Small": 2 cases with a difference.

            in USD        credit before      after  difference  commission before   after  difference
            Skyops (P-1)       6,600.00   6,600.00                         330.00  396.00      +66.00
            house              4,400.00   4,400.00                           0.00    0.00
            total             11,000.00  11,000.00                         330.00  396.00      +66.00

            D-2
              Skyops (P-1): commission +60.00
              -   The commission "Fee" earns Skyops as MSP 300 USD.
              -     At 5% this earns 500.
              -     The partner's share of 60% of it is 300.
              +   The commission "Fee" earns Skyops as MSP 360 USD.
              +     At 6% this earns 600.
              +     The partner's share of 60% of it is 360.

            D-1
              Skyops (P-1): commission +6.00
              -   The commission "Fee" earns Skyops as MSP 30 USD.
              -     At 5% this earns 50.
              -     The partner's share of 60% of it is 30.
              +   The commission "Fee" earns Skyops as MSP 36 USD.
              +     At 6% this earns 60.
              +     The partner's share of 60% of it is 36.

            """, ran.Output);
    }

    [TestMethod]
    public void Limits_over_several_cases_are_applied_to_their_sum()
    {
        using var work = new Workplace();
        var before = work.Program("before.rules", Fee.Replace("{0}", "5"));
        var after = work.Program("after.rules", Fee.Replace("{0}", "6"));

        // 2 x 600 and 2 x 720, at most 1,000 in a month; a month later there is room again.
        using var json = JsonDocument.Parse(work.RunWith(
            Deal("D-1", 20_000) + Deal("D-2", 20_000) + Deal("D-3", 20_000, "2026-04-01"), "preview", before, after, "--cases", "-", "--json").Output);

        var skyops = json.RootElement.GetProperty("partners")[0];
        Assert.AreEqual(1_600m, skyops.GetProperty("earnedBefore").GetDecimal());
        Assert.AreEqual(1_720m, skyops.GetProperty("earnedAfter").GetDecimal());
        Assert.AreEqual(120m, skyops.GetProperty("earnedChange").GetDecimal());
    }

    [TestMethod]
    public void Commissions_across_customers_are_rated_on_all_of_a_partners_months()
    {
        using var work = new Workplace();
        const string across = "commission \"Volume\"\n  for MSP\n  every month on credited usage, across customers\n  volume\n    above 0 1%\n    above 100 {0}%\n";
        var before = work.Program("before.rules", across.Replace("{0}", "2"));
        var after = work.Program("after.rules", across.Replace("{0}", "3"));

        // 60% of 2 x 100 is 120, beyond the step that neither customer reaches alone.
        using var json = JsonDocument.Parse(work.RunWith(
            Month("C-1", 100) + Month("C-2", 100), "preview", before, after, "--cases", "-", "--json").Output);

        Assert.AreEqual("2.40 3.60", Earned(json));
    }

    [TestMethod]
    public void Clawbacks_and_tiers_are_compared()
    {
        using var work = new Workplace();
        var fee = Fee.Replace("{0}", "5");
        const string taken = """{"kind":"clawback","key":"C-1","month":"2026-03","deal":"D-1","entries":[{"key":"a","rule":"Fee","partner":"P-1","role":"MSP","amount":"60"}]}""";
        const string tier = """{"kind":"tier","partner":"P-1","name":"Skyops","month":"2026-03","usage":{"2026-03":"500"}}""";
        var before = work.Program("before.rules", fee + "clawback \"Churn\"\n  of \"Fee\"\n  when customer churns\n  take back 50%\ntier Gold\n  when usage > 100\n");
        var after = work.Program("after.rules", fee + "clawback \"Churn\"\n  of \"Fee\"\n  when customer churns\n  take back 100%\ntier Gold\n  when usage > 1,000\n");

        var ran = work.RunWith(taken + tier, "preview", before, after, "--cases", "-");

        Assert.Contains("-30.00  -60.00      -30.00", ran.Output, ran.Error);
        Assert.Contains("Other tiers:\n  Skyops, 2026-03: gold, now no tier\n", ran.Output);
    }

    [TestMethod]
    public void Cases_that_wait_for_a_person_now_are_listed()
    {
        using var work = new Workplace();
        var before = work.Program("before.rules", "");
        var after = work.File("after.rules", work.Read("before.rules").Replace("ISV 40%\n", "ISV 40%\n  empty role: refuse\n"));

        var ran = work.RunWith(Deal("D-1", 1_000), "preview", before, after, "--cases", "-", "--movers", "0");

        Assert.EndsWith(
            "\n1 case now left to a person:\n  D-1: \"Shares\" applies but refuses: nobody has the role ISV. A person has to decide.\n", ran.Output);
    }

    [TestMethod]
    public void The_same_rules_move_nothing()
    {
        using var work = new Workplace();

        var ran = work.Run("preview", Sample.Rules, Sample.Rules, "--cases", Sample.Cases);

        Assert.AreEqual(0, ran.Exit);
        Assert.StartsWith("10 cases judged by both versions of \"Cloud Infrastructure\": no cases with a difference.\n", ran.Output);
    }

    [TestMethod]
    public void A_case_that_can_not_be_read_ends_it_with_its_line()
    {
        using var work = new Workplace();

        var ran = work.RunWith(Deal("D-1", 1_000) + "{\"key\":\"D-2\"}\n", "preview", Sample.Rules, Sample.Rules, "--cases", "-");

        Assert.AreEqual(new Ran(
            2, "", "rules: standard input, line 2: is no case: a deal has a \"date\", a customer's usage has a \"month\".\n"), ran);
    }

    [TestMethod]
    public void Amounts_in_two_currencies_are_not_compared()
    {
        using var work = new Workplace();
        var before = work.Program("before.rules", "");
        var after = work.File("after.rules", work.Read("before.rules").Replace("in USD", "in EUR"));

        Assert.AreEqual(
            "rules: The versions compute in USD and in EUR; their amounts can't be compared.\n",
            work.RunWith(Deal("D-1", 1), "preview", before, after, "--cases", "-").Error);
    }

    private static string Earned(JsonDocument preview)
    {
        var partner = preview.RootElement.GetProperty("partners")[0];
        return $"{partner.GetProperty("earnedBefore")} {partner.GetProperty("earnedAfter")}";
    }

    private static string Month(string key, decimal usage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"key\":\"{key}\",\"month\":\"2026-03\",\"usage\":{{\"2026-03\":\"{usage}\"}},\"participants\":[{{\"partner\":\"P-1\",\"role\":\"MSP\"}}]}}\n");

    private static string Deal(string key, decimal amount, string date = "2026-03-09") => string.Create(
        CultureInfo.InvariantCulture,
        $"{{\"key\":\"{key}\",\"date\":\"{date}\",\"amount\":\"{amount}\",\"won\":true,\"participants\":[{{\"partner\":\"P-1\",\"name\":\"Skyops\",\"role\":\"MSP\"}}]}}\n");
}
