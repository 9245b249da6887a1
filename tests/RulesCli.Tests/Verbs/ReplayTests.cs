using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.RulesCli.Tests.Verbs;

[TestClass]
public sealed class ReplayTests
{
    [TestMethod]
    public void Stored_rulings_come_out_the_same_and_their_chain_of_hashes_holds()
    {
        using var work = new Workplace();
        var rows = Stored();

        Assert.AreEqual(
            new Ran(0, "10 rulings judged again: 10 with the same result and text, 0 with a difference.\n", ""),
            work.Run("replay", Sample.Rules, work.File("rulings.jsonl", string.Join('\n', rows.Select(row => JsonSerializer.Serialize(row))))));
        Assert.AreEqual(
            0, work.Run("replay", Sample.Rules, work.File("odata.json", JsonSerializer.Serialize(new { value = rows }))).Exit);
    }

    [TestMethod]
    public void What_was_explained_can_be_replayed()
    {
        using var work = new Workplace();
        var explained = work.Run("explain", Sample.Rules, Sample.Cases, "--key", "D-1002", "--json");

        Assert.AreEqual(
            new Ran(0, "1 ruling judged again: 1 with the same result and text, 0 with a difference.\n", ""),
            work.RunWith(explained.Output, "replay", Sample.Rules, "-"));
    }

    [TestMethod]
    [DataRow("cov_result", "\"amount\":\"15000\"", "\"amount\":\"15001\"", "result.shares[0].amount: stored \"15001\", now \"15000\"")]
    [DataRow("cov_derivation", "\"rule\":\"Co-sell role split\"", "\"rule\":\"Other\"",
        "text, line 2\n  stored: The credit rule \"Other\" applies.\n  now:    The credit rule \"Co-sell role split\" applies.")]
    [DataRow("cov_previoushash", "", "00", "hash: it is not that of this ruling under this text of the rules; compare the text with the published version")]
    public void The_first_difference_is_shown(string column, string stored, string changed, string difference)
    {
        using var work = new Workplace();
        var row = Stored()[0];
        row[column] = stored.Length == 0 ? changed : row[column].Replace(stored, changed);

        var ran = work.RunWith(JsonSerializer.Serialize(row), "replay", Sample.Rules, "-");

        Assert.AreEqual(1, ran.Exit);
        Assert.StartsWith($"R-1: {difference}\n", ran.Output);
    }

    [TestMethod]
    public void Rules_that_are_others_come_to_other_results()
    {
        using var work = new Workplace();
        var other = work.File("other.rules", Sample.Text.Replace("hold 20% for 6 months", "hold 10% for 6 months"));

        var ran = work.RunWith(JsonSerializer.Serialize(Stored()[0]), "replay", other, "-");

        Assert.StartsWith("R-1: result.earnings[0].held: stored \"180\", now \"90\"\n", ran.Output);
    }

    [TestMethod]
    [DataRow("{}", "standard input, line 1: is no ruling: it has no \"inputs\".")]
    [DataRow("", "standard input holds no ruling.")]
    [DataRow("[1]", "standard input, line 1, [0]: is an object: write { … }.")]
    public void What_is_no_ruling_is_said(string input, string error)
    {
        using var work = new Workplace();

        Assert.AreEqual(new Ran(2, "", $"rules: {error}\n"), work.RunWith(input, "replay", Sample.Rules, "-"));
    }

    // As the plug-ins keep them.
    private static List<Dictionary<string, string>> Stored()
    {
        using var cases = System.IO.File.OpenText(Sample.Cases);
        return [.. CaseReader.ReadAll(cases, Vocabulary.Standard).Select((stored, i) =>
        {
            var rulings = stored.Judge(Sample.Program);
            var (inputs, result) = (stored.Inputs(Sample.Program), stored.Result(rulings));
            return new Dictionary<string, string>
            {
                ["cov_name"] = $"R-{i + 1}",
                ["cov_inputs"] = inputs,
                ["cov_result"] = result,
                ["cov_derivation"] = ResultText.Of(stored.Derivation(rulings)),
                ["cov_previoushash"] = i == 0 ? "" : "1f",
                ["cov_hash"] = System.Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
                    string.Join('\n', Sample.Program.Hash, inputs, result, i == 0 ? "" : "1f")))),
                ["cov_month"] = "2026-03-01",
            };
        })];
    }
}
