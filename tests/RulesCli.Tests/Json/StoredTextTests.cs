using System;
using System.Collections.Generic;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;

namespace CrmAddon.RulesCli.Tests.Json;

/// <summary>The texts that hashes of stored rulings rest on: not a byte of them may change.</summary>
[TestClass]
public sealed class StoredTextTests
{
    private static readonly DealCase Deal = new()
    {
        Key = "D-1",
        Name = "Migration \"Ö\"",
        BusinessDate = new DateTime(2026, 3, 9),
        Amount = 1000.050m,
        IsWon = true,
        Fields = new Dictionary<string, FieldValue>
        {
            ["deal.won"] = FieldValue.OfDate(new DateTime(2026, 3, 9)),
            ["customer.revenue"] = FieldValue.OfNumber(5.10m),
            ["deal.motion"] = FieldValue.OfChoice("resale"),
        },
        Participants =
        [
            new Participant { PartnerKey = "P-2", PartnerName = "Skyops", Role = "MSP", Weight = 2.50m, EngagedOn = new DateTime(2025, 1, 15) },
            new Participant
            {
                PartnerKey = "P-1", Role = "Reseller", Fields = new Dictionary<string, FieldValue> { ["partner.tier"] = FieldValue.OfChoice("gold") },
            },
        ],
        OtherPartners = [new PartnerFacts { Key = "P-3", Name = "Harbor" }],
        Registration = new RegistrationFacts
        {
            PartnerKey = "P-1", Role = "Reseller", ProtectedFrom = new DateTime(2026, 2, 1), ProtectedUntil = new DateTime(2026, 5, 1),
        },
    };

    private static readonly UsageCase Usage = new()
    {
        CustomerKey = "C-1",
        CustomerName = "Foxglove",
        Month = new Month(2026, 3),
        Usage = new UsageHistory(
        [
            KeyValuePair.Create(new Month(2024, 12), 0m), KeyValuePair.Create(new Month(2025, 1), 7m),
            KeyValuePair.Create(new Month(2026, 2), 400_000.0000000001m), KeyValuePair.Create(new Month(2026, 3), 62_000.50m),
        ]),
        Participants = [new Participant { PartnerKey = "P-2", Role = "MSP" }],
    };

    [TestMethod]
    public void A_deal() => Assert.AreEqual(
        """
        {"key":"D-1","name":"Migration \"Ö\"","date":"2026-03-09","amount":"1000.05","won":true,
        "fields":{"customer.revenue":"5.10","deal.motion":"resale","deal.won":"2026-03-09"},
        "participants":[{"partner":"P-1","role":"Reseller","weight":"1","engagedOn":"0001-01-01","fields":{"partner.tier":"gold"}},
        {"partner":"P-2","name":"Skyops","role":"MSP","weight":"2.5","engagedOn":"2025-01-15"}],
        "otherPartners":[{"partner":"P-3","name":"Harbor"}],
        "registration":{"partner":"P-1","role":"Reseller","protectedFrom":"2026-02-01","protectedUntil":"2026-05-01"}}
        """.ReplaceLineEndings(""), CaseText.Of(Deal));

    [TestMethod]
    public void A_month_with_the_usage_that_the_rules_look_back_to() => Assert.AreEqual(
        """
        {"key":"C-1","name":"Foxglove","month":"2026-03","since":"2024-12","usage":{"2026-02":"400000.0000000001","2026-03":"62000.5"},
        "participants":[{"partner":"P-2","role":"MSP","weight":"1","engagedOn":"0001-01-01"}]}
        """.ReplaceLineEndings(""), CaseText.Of(Usage, new Month(2025, 9)));

    [TestMethod]
    public void A_result_on_a_deal() => Assert.AreEqual(
        """
        {"outcome":"Credited","rule":"Registered reseller","reason":"\"Registered reseller\" applies: An approved registration protects the reseller who found the deal.",
        "shares":[{"partner":"P-1","role":"Reseller","percent":"100","amount":"1000.05"}],"housePercent":"0","houseAmount":"0",
        "earnings":[{"rule":"Reseller landing fee","partner":"P-1","role":"Reseller","amount":"60","held":"12"}]}
        """.ReplaceLineEndings(""), ResultText.Of(Sample.Program.Judge(Deal)));

    [TestMethod]
    public void A_result_on_usage() => Assert.AreEqual(
        """
        {"outcome":"Credited","rule":"Co-sell role split","reason":"\"Co-sell role split\" applies.",
        "shares":[{"partner":"P-2","role":"MSP","percent":"100","amount":"62000.5"}],"housePercent":"0","houseAmount":"0",
        "earnings":[{"rule":"MSP recurring share","partner":"P-2","role":"MSP","amount":"4900.05","held":"0"}]}
        """.ReplaceLineEndings(""), ResultText.Of(Sample.Program.Judge(Usage)));

    [TestMethod]
    public void Limits_before_and_after()
    {
        CapRuling[] limits = [Sample.Program.ApplyLimits(
            "MSP recurring share", new Month(2026, 3), [new CapLine("a", "P-2", 40_000m), new CapLine("b", "P-2", 60_000.01m)])];

        Assert.AreEqual(
            """{"month":"2026-03","rules":[{"rule":"MSP recurring share","lines":[{"key":"a","amount":"40000"},{"key":"b","amount":"60000.01"}]}]}""",
            CaseText.Of(limits, new Month(2026, 3)));
        Assert.AreEqual(
            """{"rules":[{"rule":"MSP recurring share","lines":[{"key":"a","amount":"20000"},{"key":"b","amount":"30000"}]}]}""",
            ResultText.Of(limits));
    }

    [TestMethod]
    public void A_derivation() => Assert.AreEqual(
        """{"kind":"test","values":{"a":"1","b":"x"},"children":[{"kind":"hold"}]}""",
        ResultText.Of(new Finding("test", new Dictionary<string, string> { ["b"] = "x", ["a"] = "1" }, [new Finding("hold", null, null)])));
}
