using System;
using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Explaining;

/// <summary>Rulings on a partner's month, a customer who left, a partner's tier and limits, told in both languages.</summary>
[TestClass]
public sealed class OtherRulingsTests
{
    private static readonly Month March = new(2026, 3);

    [TestMethod]
    public void A_partner_s_customers_together()
    {
        var ruling = Program(
            """
            credit "Split" for usage
              shares MSP 100%
            commission "Volume" for MSP
              every quarter on usage, across customers
              graduated
                above 0     5%
                above 1,000 10%
            """).Judge(new PartnerCase
        {
            PartnerKey = "skyops",
            PartnerName = "Skyops",
            Month = March,
            Customers =
            [
                new PartnerCustomer
                {
                    CustomerKey = "acme",
                    CustomerName = "Acme",
                    Lines = [new Measured("Volume", "skyops", "MSP", 900, 900)],
                    Booked = [new BookedLine { Rule = "Volume", PartnerKey = "skyops", Role = "MSP", Measure = 100, Credited = 100, Uncapped = 5, Amount = 5 }],
                },
                new PartnerCustomer
                {
                    CustomerKey = "birch",
                    CustomerName = "Birch",
                    Lines = [new Measured("Volume", "skyops", "MSP", 500, 500)],
                },
            ],
        });

        Tells(ruling, """
            All customers of Skyops are judged together in 2026-03 by the program "Case".
              The commission "Volume" has earned Skyops as MSP 100 USD in the quarter so far, on all customers together.
                Acme measured 900 and in the quarter's months before 100, together 1,000.
                Birch measured 500.
                All customers together measured 1,500.
                From 0 to 1,000: 1,000 at 5% earns 50.
                Above 1,000: 500 at 10% earns 50.
                The partner's share of 100% of it is 100.
                No rounding was needed.
                Acme's part of it is 66.67; 5 of it was booked before, which leaves 61.67.
                Birch's part of it is 33.33.
            """, """
            Alle Kunden von Skyops werden für März 2026 zusammen nach dem Programm „Case“ beurteilt.
              Die Provision „Volume“ hat für Skyops als MSP im Quartal bisher 100 USD ergeben, auf alle Kunden zusammen.
                Bei Acme wurden 900 gemessen und in den Monaten des Quartals davor 100, zusammen 1.000.
                Bei Birch wurden 500 gemessen.
                Bei allen Kunden zusammen wurden 1.500 gemessen.
                Von 0 bis 1.000: 1.000 zu 5 % ergibt 50.
                Über 1.000: 500 zu 10 % ergibt 50.
                Der Anteil des Partners von 100 % davon ist 100.
                Eine Rundung war nicht nötig.
                Auf Acme entfallen davon 66,67; 5 waren schon gebucht, es bleiben 61,67.
                Auf Birch entfallen davon 33,33.
            """);
    }

    [TestMethod]
    public void What_a_clawback_takes_back()
    {
        const string Rules = """
            credit "Split" for deals
              shares Reseller 100%
            commission "Fee" for Reseller
              once when the deal is won, on credited amount
              rate 6%
            clawback "Early" of "Fee"
              when customer churns within 90 days of deal.won
              take back 50%
            """;
        var churned = new ClawbackCase
        {
            CustomerKey = "acme",
            CustomerName = "Acme",
            Month = March,
            DealKey = "d",
            DealName = "Platform",
            Fields = new Dictionary<string, FieldValue> { ["deal.won"] = FieldValue.OfDate(new DateTime(2026, 1, 15)) },
            Entries = [new ClawbackEntry("e1", "Fee", "relay", "Reseller", 100.01m), new ClawbackEntry("e2", "Fee", "relay", "Reseller", -10)],
        };

        Tells(Program(Rules).Judge(churned), """
            Acme left in 2026-03; what was earned on the deal Platform is judged by the clawbacks of the program "Case".
              The clawback "Early" takes back 50%.
                From deal.won, 2026-01-15, to the churn on 2026-03-01 it is 45 days, not more than 90.
                Of 90.01 USD that "Fee" earned relay as Reseller, 45 is taken back.
                  40.91 of the entry e1 of 100.01 is taken back.
                  4.09 of the entry e2 of -10 is taken back.
            """, """
            Acme ist im März 2026 abgewandert; was auf das Geschäft Platform gezahlt wurde, wird nach den Rückforderungen des Programms „Case“ beurteilt.
              Die Rückforderung „Early“ nimmt 50 % zurück.
                Von deal.won, dem 15.01.2026, bis zur Abwanderung am 01.03.2026 sind es 45 Tage, nicht mehr als 90.
                Von 90,01 USD, die „Fee“ für relay als Reseller ergeben hat, werden 45 zurückgenommen.
                  Vom Eintrag e1 über 100,01 werden 40,91 zurückgenommen.
                  Vom Eintrag e2 über -10 werden 4,09 zurückgenommen.
            """);
        Tells(Program(Rules.Replace("90 days", "30 days", StringComparison.Ordinal)).Judge(churned), """
            Acme left in 2026-03; what was earned on the deal Platform is judged by the clawbacks of the program "Case".
              The clawback "Early" takes back nothing: from deal.won, 2026-01-15, to the churn on 2026-03-01 it is 45 days, more than 30.
            """, """
            Acme ist im März 2026 abgewandert; was auf das Geschäft Platform gezahlt wurde, wird nach den Rückforderungen des Programms „Case“ beurteilt.
              Die Rückforderung „Early“ nimmt nichts zurück: Von deal.won, dem 15.01.2026, bis zur Abwanderung am 01.03.2026 sind es 45 Tage, mehr als 30.
            """);
    }

    [TestMethod]
    public void A_partner_s_tier()
    {
        var ruling = Program(
            """
            tier Silver when usage > 100
            tier Gold when usage > 1,000
            tier Platinum when retention over 1 month >= 92%, if unknown no
            """).Judge(new TierCase
        {
            PartnerKey = "skyops",
            PartnerName = "Skyops",
            Month = March,
            Usage = new UsageHistory([new(March, 1234.5m)]),
            ActiveCustomers = new Dictionary<Month, IReadOnlyCollection<string>>
            {
                [March.AddMonths(-1)] = ["a", "b", "c", "d"],
                [March] = ["a", "b", "c"],
            },
        });

        Tells(ruling, """
            Skyops has earned the tier gold in 2026-03, by the program "Case".
              The tier platinum is not earned because of this:
                'retention over 1 month >= 92%' does not hold: retention over 1 month is 75%.
              The tier gold is earned because of this:
                'usage > 1,000' holds: usage is 1,234.50.
              The tier silver is earned too, but gold is higher:
                'usage > 100' holds: usage is 1,234.50.
            """, """
            Skyops hat im März 2026 nach dem Programm „Case“ die Partnerstufe gold erreicht.
              Die Partnerstufe platinum ist aus folgendem Grund nicht erreicht:
                ‚retention over 1 month >= 92%‘ trifft nicht zu: Kundenbindung über 1 Monat ist 75 %.
              Die Partnerstufe gold ist aus folgendem Grund erreicht:
                ‚usage > 1,000‘ trifft zu: Nutzung ist 1.234,50.
              Auch die Partnerstufe silver ist erreicht, aber gold ist höher:
                ‚usage > 100‘ trifft zu: Nutzung ist 1.234,50.
            """);
    }

    [TestMethod]
    public void Limits_of_partners_and_of_the_program()
    {
        var program = Program(
            """
            credit "Split" for usage
              shares MSP 100%
            commission "Limited" for MSP
              every month on usage
              rate 10%
              at most 100 per partner
              at most 150 per program
            """);

        Tells(program.ApplyLimits("Limited", March, [new CapLine("k1", "skyops", 120), new CapLine("k2", "harbor", 80)]), """
            Limits of the commission "Limited" in 2026-03:
              skyops earned 120; 20 above the cap is taken from the entries in proportion.
              All partners together earned 180; 30 above the cap of 150 is taken from the entries in proportion.
            """, """
            Grenzen der Provision „Limited“ im März 2026:
              Für skyops ergaben sich 120; 20 über der Obergrenze werden den Einträgen anteilig abgezogen.
              Für alle Partner zusammen ergaben sich 180; 30 über der Obergrenze von 150 werden den Einträgen anteilig abgezogen.
            """);
        Tells(program.ApplyLimits("Limited", March, [new CapLine("k1", "skyops", 10)]), """
            Nothing is beyond the limits of the commission "Limited" in 2026-03.
            """, """
            Nichts liegt im März 2026 außerhalb der Grenzen der Provision „Limited“.
            """);
    }

    [TestMethod]
    public void A_deal_s_own_shares()
    {
        const string Rules = """
            credit "Split" for deals
              shares Reseller 60% ISV 40%
              for each deal may set its own shares
            """;
        var own = new OwnShares { Shares = [new OwnShare("relay", "Reseller", 75)], HousePercent = 25, Reason = "Agreed.", SetBy = "Kim" };
        var deal = Deal(100, Partner("relay", "Reseller"), Partner("nimbus", "ISV")) with { OwnShares = own };

        Tells(Program(Rules).Judge(deal), """
            The deal deal of 100 USD is judged as of 2026-05-04 by the program "Case".
              The credit rule "Split" applies.
              So the credit is:
                relay as Reseller is credited 75%, which is 75 USD: set on this deal by Kim: Agreed.
                The house keeps 25%, which is 25 USD.
            """, """
            Das Geschäft deal über 100 USD wird zum 04.05.2026 nach dem Programm „Case“ beurteilt.
              Die Gutschriftsregel „Split“ gilt.
              Die Gutschrift lautet daher:
                relay als Reseller erhält eine Gutschrift von 75 %, das sind 75 USD: für dieses Geschäft von Kim gesetzt: Agreed.
                Das Haus behält 25 %, das sind 25 USD.
            """);
        Tells(Program(Rules.Replace("for each deal may set its own shares", "", StringComparison.Ordinal)).Judge(deal), """
            The deal deal of 100 USD is judged as of 2026-05-04 by the program "Case".
              The credit rule "Split" applies.
              The shares set on this deal are not used: "Split" does not let a deal set its own.
              So the credit is:
                nimbus as ISV is credited 40%, which is 40 USD: 40% for ISV.
                relay as Reseller is credited 60%, which is 60 USD: 60% for Reseller.
            """, """
            Das Geschäft deal über 100 USD wird zum 04.05.2026 nach dem Programm „Case“ beurteilt.
              Die Gutschriftsregel „Split“ gilt.
              Die für dieses Geschäft gesetzten Anteile werden nicht verwendet: „Split“ lässt eigene Anteile eines Geschäfts nicht zu.
              Die Gutschrift lautet daher:
                nimbus als ISV erhält eine Gutschrift von 40 %, das sind 40 USD: 40 % für ISV.
                relay als Reseller erhält eine Gutschrift von 60 %, das sind 60 USD: 60 % für Reseller.
            """);
        Tells(Program(Rules).Judge(deal with { OwnShares = new OwnShares { Shares = [new OwnShare("relay", "Reseller", 75)], Reason = "Agreed." } }), """
            The deal deal of 100 USD is judged as of 2026-05-04 by the program "Case".
              The credit rule "Split" applies.
              "Split" applies but refuses: the shares set on this deal and what the house keeps add up to 75%, not to 100%. A person has to decide.
                The house keeps 100%, which is 100 USD.
            """, """
            Das Geschäft deal über 100 USD wird zum 04.05.2026 nach dem Programm „Case“ beurteilt.
              Die Gutschriftsregel „Split“ gilt.
              „Split“ gilt, lehnt aber ab: Die für dieses Geschäft gesetzten Anteile und was das Haus behält ergeben zusammen 75 %, nicht 100 %. Ein Mensch muss entscheiden.
                Das Haus behält 100 %, das sind 100 USD.
            """);
    }

    private static void Tells(Ruling ruling, string english, string german)
    {
        Assert.AreEqual(english, string.Join('\n', Explanation.Render(ruling.Derivation)));
        Assert.AreEqual(german, string.Join('\n', Explanation.Render(ruling.Derivation, Rules.Language.German)));
    }
}
