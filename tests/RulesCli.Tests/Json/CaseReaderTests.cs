using System;
using System.IO;
using System.Linq;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.RulesCli.Tests.Json;

[TestClass]
public sealed class CaseReaderTests
{
    private const string Everything = """
        {"key":"D-1","name":"Migration","date":"2026-03-09","amount":"1000.05","won":true,
        "fields":{"customer.revenue":"5.1","deal.motion":"resale","deal.sourcing_partner":"P-9","deal.won":"2026-03-09"},
        "participants":[{"partner":"P-1","role":"Reseller","weight":"1","engagedOn":"2025-01-15","fields":{"partner.tier":"gold"}}],
        "otherPartners":[{"partner":"P-9","name":"Harbor"}],
        "registration":{"partner":"P-1","role":"Reseller","protectedFrom":"2026-02-01","protectedUntil":"2026-05-01","fields":{"registration.submitted":"2026-01-20"}},
        "ownShares":{"shares":[{"partner":"P-1","role":"Reseller","percent":"70"}],"housePercent":"30","reason":"agreed","setBy":"Ada"}}
        """;

    private const string Month = """
        {"key":"C-1","name":"Foxglove","month":"2026-03","since":"2025-12","usage":{"2026-01":"333333.33","2026-03":"0.03"},
        "fields":{"customer.status":"active"},"participants":[{"partner":"P-2","role":"MSP","weight":"1","engagedOn":"0001-01-01"}],
        "products":{"":"0.01","compute":"0.02"},
        "booked":[{"rule":"Q","partner":"P-2","role":"MSP","product":"compute","measure":"333","credited":"166.5","uncapped":"0.33","amount":"0.3"}]}
        """;

    [TestMethod]
    [DataRow(Everything)]
    [DataRow(Month)]
    [DataRow("""{"month":"2026-03","rules":[{"rule":"Q","lines":[{"key":"a","partner":"P-1","amount":"1","bookedUncapped":"2","bookedAmount":"3"},{"key":"b","partner":"P-2","amount":"4"}]}]}""")]
    [DataRow("""{"kind":"partner","partner":"P-1","name":"Skyops","month":"2026-03","fields":{"partner.tier":"gold"},"customers":[{"key":"C-1","name":"Foxglove","since":"2026-01","usage":{"2026-03":"7"},"lines":[{"rule":"Q","partner":"P-1","role":"MSP","measure":"7","credited":"3.5"}],"booked":[{"rule":"Q","partner":"P-1","role":"MSP","measure":"1","credited":"0.5","uncapped":"0.1","amount":"0.1"}]},{"key":"C-2"}]}""")]
    [DataRow("""{"kind":"clawback","key":"C-1","name":"Foxglove","month":"2026-03","deal":"D-1","dealName":"Backup","fields":{"deal.won":"2026-02-01"},"entries":[{"key":"a","rule":"Fee","partner":"P-1","role":"MSP","amount":"60"},{"key":"b","rule":"Fee","partner":"P-1","role":"MSP","amount":"-5"}]}""")]
    [DataRow("""{"kind":"tier","partner":"P-1","month":"2026-03","since":"2025-03","usage":{"2026-03":"7"},"fields":{"partner.tier":"silver"},"activeCustomers":{"2025-03":["C-1","C-2"],"2026-03":[]}}""")]
    public void What_was_read_is_written_the_same_again(string text)
    {
        var json = text.ReplaceLineEndings("");

        Assert.AreEqual(json, CaseReader.Read(json, Vocabulary.Standard).Inputs(Sample.Program));
    }

    [TestMethod]
    public void A_person_may_write_numbers_as_numbers_and_leave_out_what_is_usual()
    {
        var deal = ((StoredDeal)CaseReader.Read(
            """{ "key": "D-1", "date": "2026-03-09", "amount": 1250.50, "participants": [ { "partner": "P-1", "role": "MSP" } ] }""",
            Vocabulary.Standard)).Case;

        Assert.AreEqual("1250.50 False 1", FormattableString.Invariant($"{deal.Amount} {deal.IsWon} {deal.Participants[0].Weight}"));
    }

    [TestMethod]
    [DataRow("", "line 1: holds no case")]
    [DataRow("{", "is no JSON: ")]
    [DataRow("[1]", "line 1, [0]: is an object: write { … }")]
    [DataRow("{}", "line 1: is no case: a deal has a \"date\", a customer's usage has a \"month\"")]
    [DataRow("""{"kind":"dael"}""", "line 1, kind: is deal, usage, limits, partner, clawback or tier")]
    [DataRow("""{"date":"2026-03-09","amount":1}""", "line 1: has no \"key\"")]
    [DataRow("""{"key":"","date":"2026-03-09","amount":1}""", "line 1, key: is empty")]
    [DataRow("""{"key":"a","date":"09.03.2026","amount":1}""", "line 1, date: is a day, such as 2026-03-09")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":"1,000"}""", "line 1, amount: is a number, such as 1250.50")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":"1e5"}""", "line 1, amount: is a number, such as 1250.50")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1e400}""", "is no JSON: ")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":99999999999999999999999999}""", "line 1, amount: is larger than any amount")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"won":"maybe"}""", "line 1, won: is true or false")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"amuont":2}""", "line 1, amuont: is not known here; what may stand here is ")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"amount":2}""", "is no JSON: ")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"fields":{"deal.motoin":"resale"}}""", "line 1, fields['deal.motoin']: is no field that the rules know")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"fields":{"deal.motion":"rent"}}""", "line 1, fields['deal.motion']: is one of direct, co_sell, resale, managed_service")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"participants":{}}""", "line 1, participants: is a list: write [ … ]")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"participants":[{"partner":"P"}]}""", "line 1, participants[0]: has no \"role\"")]
    [DataRow("""{"key":"a","date":"2026-03-09","amount":1,"participants":[{"partner":"P","role":"R","weight":-1}]}""", "line 1, participants[0].weight: is not negative")]
    [DataRow("""{"key":"a","month":"2026-13"}""", "line 1, month: is a month, such as 2026-03")]
    [DataRow("""{"key":"a","month":"2026-03","usage":{"March":1}}""", "line 1, usage.March: is a month, such as 2026-03")]
    [DataRow("""{"key":"a","month":"2026-03"}{}""", "line 1: holds more than one case")]
    public void What_is_no_case_says_where_what_and_what_to_do(string text, string message)
    {
        var thrown = Assert.ThrowsExactly<CaseFormatException>(() => CaseReader.Read(text, Vocabulary.Standard));

        Assert.Contains(message, thrown.Message);
    }

    [TestMethod]
    public void The_line_counts_through_the_whole_file()
    {
        var thrown = Assert.ThrowsExactly<CaseFormatException>(() => CaseReader.ReadAll(
            new StringReader("[\n" + Month + ",\n\n{\"key\":\"a\",\n\"month\":7}]"), Vocabulary.Standard).Count());

        Assert.AreEqual((8, "month"), (thrown.Line, thrown.Path));
    }

    [TestMethod]
    public void Deep_or_endless_text_ends_in_a_message()
    {
        foreach (var text in new[] { new string('[', 100_000), string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), new string('1', 100_000) })
            Assert.ThrowsExactly<CaseFormatException>(() => CaseReader.Read(text, Vocabulary.Standard));
    }

    [TestMethod]
    public void No_beginning_of_a_case_is_anything_but_a_case_or_a_message()
    {
        for (var length = 0; length < Everything.Length; length++)
        {
            var text = Everything[..length];
            Assert.ThrowsExactly<CaseFormatException>(() => CaseReader.Read(text, Vocabulary.Standard), text);
        }
    }

    [TestMethod]
    [DataRow("0001-01")]
    [DataRow("9999-12")]
    public void The_first_and_the_last_month_can_be_judged(string month)
    {
        var stored = CaseReader.Read($"{{\"key\":\"a\",\"month\":\"{month}\",\"usage\":{{\"{month}\":1}}}}", Vocabulary.Standard);

        Assert.Contains(month, stored.Inputs(Sample.Program));
        Assert.Contains(month, Explanation.Render(stored.Derivation(stored.Judge(Sample.Program)))[0]);
    }

    [TestMethod]
    public void A_case_with_a_few_wrong_characters_is_judged_or_ends_in_a_message()
    {
        var random = new Random(20261123);
        var lines = File.ReadAllLines(Sample.Cases);
        for (var i = 0; i < 5_000; i++)
        {
            var text = new System.Text.StringBuilder(lines[random.Next(lines.Length)]);
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                var place = random.Next(text.Length);
                if (random.Next(3) == 0)
                    text.Remove(place, int.Min(random.Next(1, 12), text.Length - place));
                else
                    text[place] = "0123456789-\"{}[],:.eE+ \\\u0000ünull"[random.Next(28)];
            }
            try
            {
                var stored = CaseReader.Read(text.ToString(), Vocabulary.Standard);
                var rulings = stored.Judge(Sample.Program);
                Assert.AreEqual(stored.Inputs(Sample.Program), CaseReader.Read(stored.Inputs(Sample.Program), Vocabulary.Standard).Inputs(Sample.Program));
                Assert.IsNotEmpty(stored.Result(rulings) + ResultText.Of(stored.Derivation(rulings)));
            }
            catch (CaseFormatException e)
            {
                Assert.IsGreaterThan(0, e.Line);
            }
        }
    }

    [TestMethod]
    public void Cases_are_read_one_by_one()
    {
        using var endless = new EndlessCases();

        Assert.AreEqual(10_000, CaseReader.ReadAll(endless, Vocabulary.Standard).Take(10_000).Count());
    }

    [TestMethod]
    public void A_derivation_is_read_as_it_was_written()
    {
        var text = ResultText.Of(Sample.Program.Judge(((StoredDeal)CaseReader.Read(Everything.ReplaceLineEndings(""), Vocabulary.Standard)).Case).Derivation);

        Assert.AreEqual(text, ResultText.Of(DerivationReader.Read(text)));
        Assert.ThrowsExactly<CaseFormatException>(() => DerivationReader.Read("{\"kind\":1}"));
    }

    private sealed class EndlessCases : TextReader
    {
        private static readonly string Line = Month.ReplaceLineEndings("") + "\n";
        private int position;

        public override int Read(char[] buffer, int index, int count)
        {
            for (var i = 0; i < count; i++)
                buffer[index + i] = Line[position++ % Line.Length];
            return count;
        }
    }
}
