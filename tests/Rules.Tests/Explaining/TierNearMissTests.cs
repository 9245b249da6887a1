using System.Collections.Generic;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Explaining;

[TestClass]
public sealed class TierNearMissTests
{
    private static readonly Month March = new(2026, 3);

    private static readonly RuleProgram Tiers = Program(
        """
        tier Silver when usage over 2 months > 1,000, if unknown no
        tier Gold when usage growth over 1 month > 15% and retention over 1 month >= 92%, if unknown no
        """);

    [TestMethod]
    public void The_usage_that_lacks_to_a_tier_is_told_to_the_cent()
    {
        var partner = Partner(600, 399.99m, ["a", "b"], ["a"]);

        CollectionAssert.AreEqual(
            new[]
            {
                "With 0.02 USD more usage in 2026-03 (600.02), Skyops would have the tier silver.",
                "If retention over 1 month were 92% (it is 50%), Skyops would have the tier gold.",
            },
            Told(partner, Rules.Language.English));
        CollectionAssert.AreEqual(
            new[]
            {
                "Bei 0,02 USD mehr Nutzung im März 2026 (600,02) hätte Skyops die Partnerstufe silver.",
                "Wäre die Kundenbindung über 1 Monat 92 % (statt 50 %), hätte Skyops die Partnerstufe gold.",
            },
            Told(partner, Rules.Language.German));
        Assert.AreEqual("silver", Tiers.Judge(Partner(600.02m, 399.99m, ["a", "b"], ["a"])).Tier);
        Assert.IsNull(Tiers.Judge(Partner(600.01m, 399.99m, ["a", "b"], ["a"])).Tier);
    }

    [TestMethod]
    public void A_tier_that_is_earned_or_below_one_is_no_near_miss()
    {
        Assert.AreEqual(0, NearMisses.Of(Tiers, Partner(700, 600, ["a"], ["a"])).Count);
        CollectionAssert.AreEqual(
            new[]
            {
                "With 190.01 USD more usage in 2026-03 (1,150.01), Skyops would have the tier gold.",
                "If usage growth over 1 month were 15.01% (it is -4%), Skyops would have the tier gold.",
            },
            Told(Partner(960, 1000, ["a"], ["a"]), Rules.Language.English));
    }

    private static string[] Told(TierCase partner, Rules.Language language) =>
        [.. NearMisses.Of(Tiers, partner).SelectMany(miss => Explanation.Render(miss.Finding, language))];

    private static TierCase Partner(decimal now, decimal before, string[] were, string[] are) => new()
    {
        PartnerKey = "Skyops",
        Month = March,
        Usage = new UsageHistory([new(March, now), new(March.AddMonths(-1), before)]),
        ActiveCustomers = new Dictionary<Month, IReadOnlyCollection<string>> { [March.AddMonths(-1)] = were, [March] = are },
    };
}
