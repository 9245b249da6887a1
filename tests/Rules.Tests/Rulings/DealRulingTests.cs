using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Rulings;

[TestClass]
public sealed class DealRulingTests
{
    private const string Split = "credit \"Split\" for deals shares ISV 50% Reseller 50% ";

    private static readonly JsonSerializerOptions AnyCase = new() { PropertyNameCaseInsensitive = true };

    [TestMethod]
    public void A_ruling_carries_shares_percent_money_and_reasons()
    {
        var credit = Program("credit \"Split\" for deals shares ISV 30% MSP 60% keep 10% for the house because \"So we agreed.\"")
            .Judge(Deal(100.01m, Partner("b", "MSP"), Partner("a", "ISV"), Partner("c", "MSP"))).Credit;

        Assert.AreEqual(CreditOutcome.Credited, credit.Outcome);
        Assert.AreEqual("Split", credit.Rule);
        Assert.AreEqual("\"Split\" applies: So we agreed.", credit.Reason);
        Assert.AreEqual(
            "a ISV 30 30.01 (30% for ISV.); b MSP 30 30.00 (60% for MSP, divided equally among 2 partners.); "
            + "c MSP 30 30.00 (60% for MSP, divided equally among 2 partners.); house 10 10.00",
            string.Join("; ", credit.Shares.Select(share => FormattableString.Invariant(
                $"{share.PartnerKey} {share.Role} {share.Percent:0.#} {share.Amount} ({share.Reason})")))
            + FormattableString.Invariant($"; house {credit.HousePercent:0.#} {credit.HouseAmount}"));
    }

    [TestMethod]
    public void Percent_of_thirds_adds_up_to_a_hundred()
    {
        var credit = Program(Split)
            .Judge(Deal(1, Partner("a", "ISV"), Partner("b", "ISV"), Partner("c", "ISV"), Partner("d", "Reseller"))).Credit;

        CollectionAssert.AreEqual(
            new[] { 16.6666666667m, 16.6666666667m, 16.6666666666m, 50m }, credit.Shares.Select(share => share.Percent).ToArray());
        Assert.AreEqual(0m, credit.HousePercent);
    }

    [TestMethod]
    [DataRow("2026-05-03", false)]
    [DataRow("2026-05-04", true)]
    [DataRow("2026-08-01", true)]
    [DataRow("2026-08-02", false)]
    public void Protection_holds_from_its_first_day_to_its_last(string day, bool isProtected)
    {
        var deal = new DealCase
        {
            Key = "deal",
            Amount = 10,
            BusinessDate = DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddHours(15),
            Registration = new RegistrationFacts
            {
                PartnerKey = "r",
                Role = "Reseller",
                ProtectedFrom = new DateTime(2026, 5, 4),
                ProtectedUntil = new DateTime(2026, 8, 1),
            },
        };

        var credit = Program("credit \"Registered\" for deals when registration is protected all to registration.partner")
            .Judge(deal).Credit;

        Assert.AreEqual(isProtected ? "r Reseller" : "",
            string.Join(", ", credit.Shares.Select(share => share.PartnerKey + " " + share.Role)));
        Assert.AreEqual(isProtected ? CreditOutcome.Credited : CreditOutcome.House, credit.Outcome);
    }

    [TestMethod]
    public void A_registration_that_was_never_approved_protects_nothing()
    {
        var deal = new DealCase
        {
            Key = "deal", Amount = 10, BusinessDate = new DateTime(2026, 5, 4), Registration = new RegistrationFacts { PartnerKey = "r" },
        };

        Assert.AreEqual(
            CreditOutcome.House,
            Program("credit \"Registered\" for deals when registration is protected all to registration.partner").Judge(deal)
                .Credit.Outcome);
    }

    [TestMethod]
    public void A_partner_who_is_credited_in_a_role_of_the_rule_s_keeps_its_own_fields()
    {
        var gold = new Dictionary<string, FieldValue> { ["partner.tier"] = FieldValue.OfChoice("gold") };
        var program = Program(
            "credit \"Sourced\" for deals when deal.sourcing_partner is known all to deal.sourcing_partner as Reseller "
            + "commission \"Gold\" for Reseller once when the deal is won, on credited amount when partner.tier is gold rate 10%");
        DealCase Deal(Participant[] roster, PartnerFacts[] others) => new()
        {
            Key = "deal", Amount = 100, IsWon = true, BusinessDate = new DateTime(2026, 5, 4), Participants = roster,
            OtherPartners = others,
            Fields = new Dictionary<string, FieldValue> { ["deal.sourcing_partner"] = FieldValue.OfPartner("s") },
        };
        var inAnotherRole = Deal([new Participant { PartnerKey = "s", Role = "MSP", Fields = gold }], []);
        var notOnTheRoster = Deal([], [new PartnerFacts { Key = "s", Name = "Source Inc", Fields = gold }]);
        var unknown = Deal([], []);

        CollectionAssert.AreEqual(
            new[] { 10m, 10m, 0m },
            new[] { inAnotherRole, notOnTheRoster, unknown }.Select(deal =>
                program.Judge(deal).Earnings.Sum(earning => earning.Amount)).ToArray());
        Assert.IsTrue(Explanation.Render(program.Judge(notOnTheRoster).Derivation).Any(line =>
            line.Contains("Source Inc as Reseller", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void What_is_held_and_what_is_payable_make_the_whole()
    {
        var earning = Program(Split
            + "commission \"Fee\" for ISV once when the deal is won, on credited amount rate 1% hold 50% for 6 months")
            .Judge(Deal(10.02m, Partner("a", "ISV"), Partner("b", "Reseller"))).Earnings.Single();

        // One half of 5 cents is 2.5: the payable part is served first.
        Assert.AreEqual((0.05m, 0.02m, 6), (earning.Amount, earning.Held, earning.HoldMonths));
    }

    [TestMethod]
    public void The_order_of_rules_in_the_file_changes_nothing()
    {
        const string A = "credit \"A\" for deals when deal.motion is resale shares ISV 100%\n";
        const string B = "credit \"B\" exception to \"A\" for deals when deal.source is referral shares Reseller 100%\n";
        const string C = "commission \"C\" for all roles once when the deal is won, on credited amount rate 3%\n";
        const string D = "commission \"D\" for all roles once when the deal is won, on amount rate 2%\n";
        var deal = new DealCase
        {
            Key = "deal",
            Amount = 99.99m,
            IsWon = true,
            BusinessDate = new DateTime(2026, 5, 4),
            Participants = [Partner("a", "ISV"), Partner("b", "Reseller")],
            Fields = new Dictionary<string, FieldValue>
            {
                ["deal.motion"] = FieldValue.OfChoice("resale"),
                ["deal.source"] = FieldValue.OfChoice("referral"),
            },
        };

        var orders = new[] { A + B + C + D, D + C + B + A, C + A + D + B }.Select(rules => Told(Program(rules).Judge(deal))).ToArray();

        Assert.AreEqual(orders[0], orders[1]);
        Assert.AreEqual(orders[0], orders[2]);
    }

    [TestMethod]
    public void A_stored_derivation_renders_to_the_same_sentences()
    {
        var ruling = Program(Split + "commission \"Fee\" for ISV once when the deal is won, on credited amount rate 1.11%")
            .Judge(Deal(10.02m, Partner("a", "ISV"), Partner("b", "Reseller")));

        var stored = JsonSerializer.Serialize(ruling.Derivation);
        var read = JsonSerializer.Deserialize<Finding>(stored, AnyCase)!;

        CollectionAssert.AreEqual(Explanation.Render(ruling.Derivation).ToArray(), Explanation.Render(read).ToArray());
        CollectionAssert.AreEqual(Explanation.WhyNot(ruling).ToArray(), Explanation.WhyNot(read).ToArray());
    }

    [TestMethod]
    public void The_same_case_gives_the_same_text_in_every_culture()
    {
        var program = Program(Split + "commission \"Fee\" for ISV once when the deal is won, on credited amount rate 1.11%");
        var deal = Deal(12_345.67m, Partner("a", "ISV"), Partner("b", "Reseller"));
        var before = System.Globalization.CultureInfo.CurrentCulture;
        var here = Told(program.Judge(deal));
        try
        {
            var culture = (System.Globalization.CultureInfo)System.Globalization.CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            culture.NumberFormat.NumberGroupSeparator = ".";
            culture.NumberFormat.NegativeSign = "~";
            culture.DateTimeFormat.DateSeparator = "!";
            System.Globalization.CultureInfo.CurrentCulture = culture;

            Assert.AreEqual(here,
                Told(Program(Split + "commission \"Fee\" for ISV once when the deal is won, on credited amount rate 1.11%").Judge(deal)));
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }

    private static string Told(DealRuling ruling) =>
        string.Join("\n", Explanation.Render(new Finding(ruling.Derivation.Kind, ruling.Derivation.Values, ruling.Derivation.Children)))
        + "\n" + string.Join("\n",
            ruling.Earnings.Select(earning => FormattableString.Invariant($"{earning.Rule} {earning.PartnerKey} {earning.Amount}")));
}
