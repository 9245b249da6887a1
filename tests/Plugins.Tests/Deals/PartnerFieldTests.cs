using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Deals;

/// <summary>What the rules know of a partner who is credited, wherever the partner stands.</summary>
[TestClass]
public sealed class PartnerFieldTests
{
    private const int Gold = 770000002;

    private const string Rules =
        """
        language 1
        program "Cloud Infrastructure" in USD
        role Reseller, MSP
        credit "Source"
          for deals
          when deal.sourcing_partner is known
          all to deal.sourcing_partner as Reseller
        commission "Gold fee"
          for Reseller
          once when the deal is won, on credited amount
          when partner.tier is gold
          rate 10%
        commission "Fee"
          for Reseller
          once when the deal is won, on credited amount
          when partner.tier is not gold
          rate 1%
        """;

    [TestMethod]
    public void The_tier_of_who_sourced_the_deal_is_known_without_a_place_on_the_roster() =>
        Assert.AreEqual("Scout 2026-03 accrual in 2026-03: 100.00 provisional", Earned(role: null));

    [TestMethod]
    public void The_tier_is_known_from_another_role_on_the_roster() =>
        Assert.AreEqual("Scout 2026-03 accrual in 2026-03: 100.00 provisional", Earned(role: "MSP"));

    private static string Earned(string? role)
    {
        using var world = new World(Rules);
        var scout = world.Partner("Scout");
        world.Change(Partner.Table, scout, Partner.Tier, new OptionSetValue(Gold));
        var deal = world.Deal(world.Customer("Larkspur"), 1_000m, sourcing: scout);
        if (role is not null)
            world.Join(deal, scout, role);

        world.Win(deal, 1_000m, "2026-03-09");
        return world.Entries();
    }
}
