using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Deals;

/// <summary>A person divides one deal by shares of its own, where the rules let a deal do so.</summary>
[TestClass]
public sealed class OwnSharesTests
{
    private const string ByRules = """
        Nimbus ISV 50% 500.00 estimate
        Relay Reseller 50% 500.00 estimate
        """;

    [TestMethod]
    public void Shares_with_a_reason_replace_those_of_the_rules_and_the_house_keeps_the_rest()
    {
        using var world = new World(Rules);
        var (deal, nimbus, relay) = Shared(world);
        Assert.AreEqual(ByRules, world.Splits(deal));
        Set(world, nimbus, 60m);
        Set(world, relay, 30.5m);
        world.Change(Opportunity.Table, deal, Opportunity.SharesReason, "Agreed with both.");
        Assert.AreEqual(
            """
            Nimbus ISV 60% 600.00 estimate
            Relay Reseller 30.5% 305.00 estimate
            house - 9.5% 95.00 estimate
            """, world.Splits(deal));
        Assert.Contains("Agreed with both.", world.Reasons(deal));
    }

    [TestMethod]
    public void Shares_without_a_reason_leave_everything_with_the_house()
    {
        using var world = new World(Rules);
        var (deal, nimbus, _) = Shared(world);
        Set(world, nimbus, 60m);
        Assert.AreEqual("house - 100% 1000.00 estimate", world.Splits(deal));
        Set(world, nimbus, null);
        Assert.AreEqual(ByRules, world.Splits(deal));
    }

    [TestMethod]
    public void Shares_above_100_leave_everything_with_the_house()
    {
        using var world = new World(Rules);
        var (deal, nimbus, relay) = Shared(world);
        world.Change(Opportunity.Table, deal, Opportunity.SharesReason, "Agreed with both.");
        Set(world, nimbus, 60m);
        Set(world, relay, 60m);
        Assert.AreEqual("house - 100% 1000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void A_partner_whose_share_is_nothing_gets_nothing()
    {
        using var world = new World(Rules);
        var (deal, nimbus, relay) = Shared(world);
        world.Change(Opportunity.Table, deal, Opportunity.SharesReason, "Nimbus did it all.");
        Set(world, nimbus, 100m);
        Set(world, relay, 0m);
        Assert.AreEqual("Nimbus ISV 100% 1000.00 estimate", world.Splits(deal));
    }

    [TestMethod]
    public void Whoever_changes_a_share_or_the_reason_is_noted_and_nobody_enters_another_name()
    {
        using var world = new World(Rules);
        var (deal, nimbus, _) = Shared(world);
        Set(world, nimbus, 60m, by: world.Author);
        Assert.AreEqual(world.Author, SetBy(world, deal));
        world.As(world.Approver).Update(new Entity(Opportunity.Table, deal) { [Opportunity.SharesReason] = "Agreed." });
        Assert.AreEqual(world.Approver, SetBy(world, deal));
        world.As(world.Author).Update(new Entity(Opportunity.Table, deal)
        {
            [Opportunity.SharesSetBy] = new EntityReference("systemuser", world.Author),
        });
        Assert.AreEqual(world.Approver, SetBy(world, deal));
        Assert.Contains("Abe Approver", world.Rows(RulingRow.Table, RulingRow.Inputs).Select(row => row.Text(RulingRow.Inputs)).Last(inputs => inputs.Contains("Agreed.", StringComparison.Ordinal)));
    }

    [TestMethod]
    public void Who_leaves_the_deal_leaves_the_share_to_the_house()
    {
        using var world = new World(Rules);
        var (deal, nimbus, relay) = Shared(world);
        Set(world, nimbus, 60m);
        Set(world, relay, 40m);
        world.Change(Opportunity.Table, deal, Opportunity.SharesReason, "Agreed with both.");
        world.As(world.Author).Delete(DealPartner.Table, relay);
        Assert.AreEqual("Nimbus ISV 60% 600.00 estimate\nhouse - 40% 400.00 estimate", world.Splits(deal));
        Assert.AreEqual(world.Author, SetBy(world, deal));
    }

    [TestMethod]
    public void Rules_that_don_t_allow_it_divide_the_deal_themselves()
    {
        using var world = new World(Rules.Replace("for each deal may set its own shares", "", StringComparison.Ordinal));
        var (deal, nimbus, _) = Shared(world);
        Set(world, nimbus, 60m);
        world.Change(Opportunity.Table, deal, Opportunity.SharesReason, "Agreed with both.");
        Assert.AreEqual(ByRules, world.Splits(deal));
    }

    private static (Guid Deal, Guid Nimbus, Guid Relay) Shared(World world)
    {
        var deal = world.Deal(world.Customer("Larkspur"), 1_000m);
        return (deal, world.Join(deal, world.Partner("Nimbus"), "ISV"), world.Join(deal, world.Partner("Relay"), "Reseller"));
    }

    private static void Set(World world, Guid place, decimal? percent, Guid? by = null) =>
        world.As(by ?? world.Author).Update(new Entity(DealPartner.Table, place) { [DealPartner.OwnPercent] = percent });

    private static Guid? SetBy(World world, Guid deal) => world.Row(Opportunity.Table, deal).Lookup(Opportunity.SharesSetBy);

    private const string Rules = """
        language 1
        program "Cloud Infrastructure" in USD
        role ISV, Reseller
        credit "Half each"
          for deals
          shares
            ISV       50%
            Reseller  50%
          for each deal may set its own shares
        """;
}
