using System;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CrmAddon.Worker.Notifications.Mails;

namespace CrmAddon.Worker.Tests.Notifications;

[TestClass]
public sealed partial class CardTests
{
    private const string Statement =
        """
        {"program":"Cloud Infrastructure","partner":"Skyops","month":"2026-03","currency":"USD","opening":"100.00","earned":"6125.00",
         "adjustments":"-25.50","heldNow":"0.00","released":"0.00","heldBalance":"0.00","clawbacks":"0.00","closing":"6199.50","payable":"6199.50","entries":1,
         "lines":[{"customer":"Larkspur","rule":"MSP recurring share","month":"2026-03","amount":"6125.00"}]}
        """;

    [TestMethod]
    public void A_card_says_what_a_mail_says_but_for_its_lines_and_its_answer()
    {
        var card = Card("statement.issued", Statement);
        Assert.AreSequenceEqual(
            [
                "Your statement for March 2026",
                "The statement of March 2026 credits Skyops with 6,125.00 USD in the program Cloud Infrastructure. 6,199.50 USD is payable now.",
                "Opening balance", "100.00 USD",
                "Credited this month", "6,125.00 USD",
                "Adjustments to earlier months", "-25.50 USD",
                "Closing balance", "6,199.50 USD",
                "Payable now", "6,199.50 USD",
                "Every amount can be explained line by line. If one looks wrong to you, tell your partner manager which one; a correction appears as an adjustment on your next statement.",
            ],
            Texts(card));
        Assert.AreEqual("Action.OpenUrl See more in the partner portal https://partners.example.com/",
            string.Join(" ", card["actions"]![0]!.AsObject().Select(member => (string?)member.Value)));
    }

    [TestMethod]
    public void Names_of_others_are_shown_as_they_are_and_never_as_links()
    {
        var card = Card("registration.decided", """{"partner":"[Click](https://evil.example)","number":"REG-1","customer":"**Ärger** & Söhne","decision":"Rejected"}""");
        Assert.Contains("**Ärger** & Söhne", Texts(card)[1]);
        Assert.DoesNotContain("\"TextBlock\"", card.ToJsonString());
    }

    [TestMethod]
    [DataRow("statement.issued", Statement)]
    [DataRow("registration.decided", MailWorld.Data)]
    [DataRow("dispute.decided", """{"partner":"Skyops","number":"DSP-1","decision":"Rejected","resolution":"No."}""")]
    public void Every_card_is_made_of_what_Microsoft_s_schema_knows(string template, string data)
    {
        var file = Path.Combine(Repository.Root, "..", "shared", "schemas", "adaptivecards", "adaptive-card-1.5.0.schema.json");
        if (!File.Exists(file))
            Assert.Inconclusive("The schema of Adaptive Cards is not at hand.");
        var kinds = JsonNode.Parse(File.ReadAllText(file))!["definitions"]!.AsObject();
        Check(Card(template, data), kinds);
    }

    // Each element by its type: every property is one of that type, and a value of an enumeration one of its own.
    private static void Check(JsonNode? node, JsonObject kinds)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Check(item, kinds);
        }

        if (node is not JsonObject element)
            return;
        var kind = (string)element["type"]!;
        var definition = kinds[kind];
        var properties = (definition?["properties"] ?? definition?["anyOf"]?.AsArray().Select(one => one?["properties"]).First(one => one is not null))?.AsObject();
        Assert.IsNotNull(properties, kind);
        foreach (var (name, value) in element)
        {
            Assert.IsTrue(properties.ContainsKey(name), $"{kind} has no {name}");
            foreach (Match reference in Reference().Matches(properties[name]!.ToJsonString()))
            {
                if (value is JsonValue && kinds[reference.Groups[1].Value]?.ToJsonString() is { } allowed && allowed.Contains("\"enum\"", StringComparison.Ordinal))
                    Assert.Contains($"\"{value}\"", allowed, StringComparison.OrdinalIgnoreCase, name);
            }

            Check(value, kinds);
        }
    }

    [GeneratedRegex("#/definitions/(\\w+)\"")]
    private static partial Regex Reference();

    private static JsonObject Card(string template, string data) => JsonNode.Parse(
        MailTemplates.RenderCard(template, data, new Uri("https://partners.example.com/")))!["attachments"]![0]!["content"]!.AsObject();

    private static string[] Texts(JsonNode? node) => node switch
    {
        JsonArray list => [.. list.SelectMany(Texts)],
        JsonObject element when (string?)element["type"] == "TextRun" => [(string)element["text"]!],
        JsonObject element => [.. element.SelectMany(member => Texts(member.Value))],
        _ => [],
    };
}
