using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Deals;

[TestClass]
public sealed class DealTests
{
    [TestMethod]
    public void A_roster_row_and_an_engagement_are_named_after_who_takes_part()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        var relay = world.Partner("Relay");
        var row = world.Join(world.Deal(customer, 50_000m), relay, "Reseller");
        var engagement = world.Engage(customer, relay, "MSP", "2026-01-01");
        Assert.AreEqual("Relay · Reseller", world.Row(DealPartner.Table, row).Text("cov_name"));
        Assert.AreEqual("Larkspur · Relay · MSP", world.Row(Engagement.Table, engagement).Text("cov_name"));

        world.Change(DealPartner.Table, row, DealPartner.Role, Roles.OptionOf("SI"));
        Assert.AreEqual("Relay · SI", world.Row(DealPartner.Table, row).Text("cov_name"));
        world.Service.Update(new Entity(Engagement.Table, engagement) { [Engagement.Role] = Roles.OptionOf("SI"), ["cov_name"] = "Our own name" });
        Assert.AreEqual("Our own name", world.Row(Engagement.Table, engagement).Text("cov_name"));
    }

    [TestMethod]
    public void A_new_deal_without_partners_is_the_house_s_own()
    {
        using var world = new World();
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m);
        Assert.AreEqual("house - 100% 50000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void Estimates_follow_every_change_of_roster_and_amount()
    {
        using var world = new World();
        var deal = FourPartners(world, 50_000m);
        Assert.AreEqual(
            """
            Harbor SI 15% 7500.00 estimate
            Nimbus ISV 30% 15000.00 estimate
            Relay Reseller 30% 15000.00 estimate
            Skyops MSP 25% 12500.00 estimate
            """, world.Splits(deal));

        world.Change(Opportunity.Table, deal, Opportunity.EstimatedValue, new Microsoft.Xrm.Sdk.Money(80_000m));
        Assert.AreEqual(
            """
            Harbor SI 15% 12000.00 estimate
            Nimbus ISV 30% 24000.00 estimate
            Relay Reseller 30% 24000.00 estimate
            Skyops MSP 25% 20000.00 estimate
            """, world.Splits(deal));
    }

    [TestMethod]
    public void A_partner_who_leaves_the_deal_leaves_the_split()
    {
        using var world = new World();
        var deal = world.Deal(world.Customer("Larkspur"), 1_000m);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        var relay = world.Join(deal, world.Partner("Relay"), "Reseller");
        world.Service.Delete(DealPartner.Table, relay);
        Assert.AreEqual("Nimbus ISV 100% 1000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void A_won_deal_is_split_for_good_on_its_actual_value_and_earns_the_landing_fee()
    {
        using var world = new World();
        var deal = FourPartners(world, 50_000m);
        world.Win(deal, 60_000m, "2026-03-09");
        Assert.AreEqual(
            """
            Harbor SI 15% 9000.00 final
            Nimbus ISV 30% 18000.00 final
            Relay Reseller 30% 18000.00 final
            Skyops MSP 25% 15000.00 final
            """, world.Splits(deal));

        // 6% of 18,000 is 1,080, of which 20% is held for six months.
        Assert.AreEqual(
            """
            Relay 2026-03 accrual (held) in 2026-03: 216.00 provisional
            Relay 2026-03 accrual in 2026-03: 864.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_deal_opened_again_before_the_close_leaves_no_entry()
    {
        using var world = new World();
        var deal = FourPartners(world, 50_000m);
        world.Win(deal, 60_000m, "2026-03-09");
        world.Reopen(deal);
        Assert.AreEqual("", world.Entries());
        Assert.Contains("Nimbus ISV 30% 15000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void A_deal_opened_again_after_the_close_is_reversed_to_the_cent_in_the_open_month()
    {
        using var world = new World();
        var deal = FourPartners(world, 50_000m);
        world.Win(deal, 60_000m, "2026-03-09");
        world.Close("2026-01");
        world.Close("2026-02");
        world.Close("2026-03");
        world.Reopen(deal);
        Assert.AreEqual(
            """
            Relay 2026-03 accrual (held) in 2026-03: 216.00 held
            Relay 2026-03 accrual in 2026-03: 864.00 posted
            Relay 2026-03 adjustment (held) in 2026-04: -216.00 provisional
            Relay 2026-03 adjustment in 2026-04: -864.00 provisional
            """, world.Entries());
    }

    [TestMethod]
    public void A_lost_deal_credits_nobody_and_keeps_its_rulings()
    {
        using var world = new World();
        var deal = FourPartners(world, 50_000m);
        var rulings = world.Count(RulingRow.Table);
        world.Lose(deal, "2026-03-09");
        Assert.AreEqual("", world.Splits(deal));
        Assert.AreEqual(rulings, world.Count(RulingRow.Table));
    }

    [TestMethod]
    public void Who_sourced_the_deal_takes_it_all()
    {
        using var world = new World();
        var scout = world.Partner("Scout");
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m, source: "Referral", sourcing: scout);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        Assert.StartsWith("Scout", world.Splits(deal));
        Assert.EndsWith("100% 50000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void A_change_that_changes_nothing_writes_nothing()
    {
        using var world = new World();
        var deal = FourPartners(world, 50_000m);
        world.Win(deal, 60_000m, "2026-03-09");
        var before = world.Everything();
        world.Change(Opportunity.Table, deal, Opportunity.Name, "Migration");
        Assert.AreEqual(before, world.Everything());
    }

    [TestMethod]
    public void A_share_that_has_no_end_is_shown_to_two_places_that_add_up_and_stays_as_it_is()
    {
        using var world = new World();
        var deal = world.Deal(world.Customer("Larkspur"), 1_000m);
        var row = new[] { "Foxglove", "Thistle", "Yarrow" }.Select(name => world.Join(deal, world.Partner(name), "ISV")).ToList()[^1];
        Assert.AreEqual(
            """
            Foxglove ISV 33.34% 333.34 estimate
            Thistle ISV 33.33% 333.33 estimate
            Yarrow ISV 33.33% 333.33 estimate
            """, world.Splits(deal));

        var before = Versions();
        world.Change(DealPartner.Table, row, DealPartner.Weight, 2m);
        Assert.AreEqual(before, Versions());

        string Versions() => string.Join(" ", world.Service.All(Queries.From(Split.Table, Split.Percent).Where(Split.Opportunity, deal)).Select(row => row.RowVersion));
    }

    [TestMethod]
    public void Each_ruling_names_the_one_before_it_and_its_hash()
    {
        using var world = new World();
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        var rulings = world.Rows(RulingRow.Table, RulingRow.Number, RulingRow.Hash, RulingRow.Previous, RulingRow.PreviousHash);
        var first = rulings[0].GetAttributeValue<object>(RulingRow.Previous) is null ? rulings[0] : rulings[1];
        var second = ReferenceEquals(first, rulings[0]) ? rulings[1] : rulings[0];
        Assert.HasCount(2, rulings);
        Assert.AreEqual(first.Id, second.GetAttributeValue<Microsoft.Xrm.Sdk.EntityReference>(RulingRow.Previous)!.Id);
        Assert.AreEqual(first[RulingRow.Hash], second[RulingRow.PreviousHash]);
    }

    [TestMethod]
    public void A_ruling_is_never_changed_or_deleted()
    {
        using var world = new World();
        world.Deal(world.Customer("Larkspur"), 50_000m);
        var ruling = world.Rows(RulingRow.Table)[0].Id;
        Assert.StartsWith("A ruling is the evidence", World.Refusal(() => world.Change(RulingRow.Table, ruling, RulingRow.Summary, "x")));
        Assert.StartsWith("A ruling is the evidence", World.Refusal(() => world.Service.Delete(RulingRow.Table, ruling)));
    }

    [TestMethod]
    public void What_a_plug_in_refuses_leaves_nothing_behind()
    {
        using var world = new World();
        var customer = world.Customer("Larkspur");
        world.Change(Tables.Program.Table, world.Program, Tables.Program.Currency, null);
        Assert.Contains("has no currency", World.Refusal(() => world.Deal(customer, 50_000m)));
        Assert.AreEqual(0, world.Count(Opportunity.Table) + world.Count(Split.Table) + world.Count(RulingRow.Table));
    }

    [TestMethod]
    public void Where_two_rules_would_credit_differently_the_deal_stays_with_the_house_until_a_person_decides()
    {
        // The checker can't show a deal for two products of fields; this one has 40 x 10 and 1,000 x 3.
        using var world = new World(
            """
            language 1
            program "Two products" in USD
            role MSP, SI

            credit "A"
              for deals
              when customer.revenue is known and customer.employees is known
                and customer.revenue * customer.employees > 399 and customer.revenue * customer.employees < 401
              shares MSP 60% keep 40%

            credit "B"
              for deals
              when customer.employees is known and customer.employees * 7 > 69 and customer.employees * 7 < 71
                and deal.amount * 3 > 2,999.50 and deal.amount * 3 < 3,000.50
              shares MSP 50% SI 50%

            commission "Bonus" for MSP
              once when the deal is won, on credited amount
              rate 10%
            """);
        var customer = world.Customer("Larkspur");
        world.Change(Account.Table, customer, "revenue", new Money(40m));
        world.Change(Account.Table, customer, "numberofemployees", 10);
        var deal = world.Deal(customer, 1_000m);
        world.Join(deal, world.Partner("Skyops"), "MSP");
        world.Win(deal, 1_000m, "2026-03-09");

        Assert.AreEqual("house - 100% 1000.00 final", world.Splits(deal));
        Assert.AreEqual("\"A\" and \"B\" apply and would credit differently; a person has to decide.", world.Reasons(deal));
        Assert.AreEqual("", world.Entries());
    }

    [TestMethod]
    public void A_roster_that_the_rules_refuse_stays_with_the_house_and_says_why()
    {
        using var world = new World(
            """
            language 1
            program "Strict" in USD

            role ISV, SI

            credit "Both or none"
              for deals
              shares
                ISV 60%
                SI  40%
              empty role: refused
            """);
        var deal = world.Deal(world.Customer("Larkspur"), 100m);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        Assert.AreEqual("house - 100% 100.00 estimate", world.Splits(deal));
        Assert.Contains("SI", world.Reasons(deal));
    }

    private static Guid FourPartners(World world, decimal amount)
    {
        var deal = world.Deal(world.Customer("Larkspur"), amount);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        world.Join(deal, world.Partner("Relay"), "Reseller");
        world.Join(deal, world.Partner("Harbor"), "SI");
        world.Join(deal, world.Partner("Skyops"), "MSP");
        return deal;
    }
}
