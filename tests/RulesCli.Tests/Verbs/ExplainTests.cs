using System.Text.Json;

namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class ExplainTests
{
    private const string Deal = """{"key":"D-1","name":"Migration","date":"2026-03-09","amount":"100","participants":[{"partner":"Skyops","role":"MSP"}]}""";

    [TestMethod]
    public void A_case_in_the_words_of_an_example_is_judged_and_explained()
    {
        using var work = new Workplace();

        var ran = work.Run("explain", work.Program("small.rules", ""), "--given", "deal on 2026-03-09 with amount 100 and Skyops as MSP");

        Assert.AreEqual(0, ran.Exit, ran.Error);
        Assert.StartsWith(
            """
            The deal in question of 100 USD is judged as of 2026-03-09 by the program "Small".
              The credit rule "Shares" applies.
              So the credit is:
                Skyops as MSP is credited 60%, which is 60 USD: 60% for MSP.
                The house keeps 40%, which is 40 USD.

            """, ran.Output);
    }

    [TestMethod]
    public void Errors_in_the_words_are_drawn_as_if_they_were_a_file()
    {
        using var work = new Workplace();

        var ran = work.Run("explain", work.Program("small.rules", ""), "--given", "given deal with amuont 100 and Skyops as MSP");

        Assert.AreEqual(2, ran.Exit);
        Assert.StartsWith(
            """
            --given:1:11: error RUL0201: there is no field 'amuont'
                deal with amuont 100 and Skyops as MSP
                          ^^^^^^

            """, ran.Error);
    }

    [TestMethod]
    public void A_case_is_read_from_a_file_or_from_standard_input()
    {
        using var work = new Workplace();
        var rules = work.Program("small.rules", "");

        var fromFile = work.Run("explain", rules, work.File("deal.json", Deal));
        var fromInput = work.RunWith(Deal, "explain", rules, "-");

        Assert.StartsWith("The deal Migration of 100 USD is judged as of 2026-03-09", fromFile.Output);
        Assert.AreEqual(fromFile, fromInput);
    }

    [TestMethod]
    public void One_of_several_cases_is_named_by_its_key()
    {
        using var work = new Workplace();
        var rules = work.Program("small.rules", "");
        var cases = work.File("cases.jsonl", Deal + "\n" + Deal.Replace("D-1", "D-2").Replace("Migration", "Backup"));

        Assert.StartsWith("The deal Backup", work.Run("explain", rules, cases, "--key", "D-2").Output);
        Assert.AreEqual("rules: ~/cases.jsonl holds more than one case; name one by --key.\n", work.Run("explain", rules, cases).Error);
        Assert.AreEqual("rules: ~/cases.jsonl holds no case with the key D-3.\n", work.Run("explain", rules, cases, "--key", "D-3").Error);
    }

    [TestMethod]
    public void An_example_of_the_program_is_explained_even_if_it_fails()
    {
        using var work = new Workplace();
        var rules = work.Program("small.rules", "example \"Wrong\"\n  given deal with amount 100 and Skyops as MSP\n  expect credit Skyops 50\n");

        Assert.StartsWith("The deal Wrong of 100 USD", work.Run("explain", rules, "--example", "Wrong").Output);
        Assert.AreEqual(
            "rules: ~/small.rules has no example \"Worng\"; it has \"Wrong\".\n", work.Run("explain", rules, "--example", "Worng").Error);
    }

    [TestMethod]
    public void Sentences_come_in_other_languages()
    {
        using var work = new Workplace();

        var ran = work.RunWith(Deal, "explain", work.Program("small.rules", ""), "-", "--language", "de");

        Assert.Contains("Skyops als MSP erhält eine Gutschrift", ran.Output);
    }

    [TestMethod]
    public void Machines_get_result_derivation_and_sentences()
    {
        using var work = new Workplace();

        using var json = JsonDocument.Parse(work.RunWith(Deal, "explain", "--json", work.Program("small.rules", ""), "-").Output);

        var ruling = json.RootElement.GetProperty("rulings")[0];
        Assert.AreEqual("60", ruling.GetProperty("result").GetProperty("shares")[0].GetProperty("amount").GetString());
        Assert.AreEqual("deal", ruling.GetProperty("derivation").GetProperty("kind").GetString());
        Assert.Contains("The credit rule \"Shares\" applies.", ruling.GetProperty("why")[1].GetString()!);
    }

    [TestMethod]
    public void What_was_nearly_otherwise_is_told_after_the_reasons()
    {
        using var work = new Workplace();
        const string fee = "commission \"Fee\"\n  for MSP\n  every month on usage, per customer\n  graduated\n    above 0 5%\n    above 1,000 8%\n";

        var ran = work.Run("explain", work.Program("small.rules", fee), "--given", "month 2026-03 and customer with usage 990 and Skyops as MSP");

        Assert.EndsWith(
            "\n\nWith 10.01 USD more usage in 2026-03 (1,000.01), the next slice of the commission \"Fee\" (8% above 1,000) would apply to Skyops as MSP: 0.30 USD more.\n",
            ran.Output);
    }

    [TestMethod]
    public void A_program_with_errors_judges_nothing()
    {
        using var work = new Workplace();

        var ran = work.RunWith(Deal, "explain", work.Program("small.rules", "role MSP"), "-");

        Assert.AreEqual(2, ran.Exit);
        Assert.EndsWith("rules: ~/small.rules has errors, so nothing can be judged by it.\n", ran.Error);
    }

    [TestMethod]
    public void Exactly_one_case_is_asked_for()
    {
        using var work = new Workplace();

        Assert.AreEqual(2, work.Run("explain", work.Program("small.rules", "")).Exit);
        Assert.AreEqual(2, work.Run("explain", work.PathOf("small.rules"), "--example", "a", "--given", "deal").Exit);
    }
}
