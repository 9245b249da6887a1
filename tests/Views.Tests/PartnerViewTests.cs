using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Views.Tests;

/// <summary>Partners, engagements, marketplace, referrals and benchmarks.</summary>
[TestClass]
public sealed class PartnerViewTests
{
    [TestMethod]
    public void My_partners_are_those_that_I_manage_or_own()
    {
        using var world = new World();
        var somebody = world.Somebody();
        Partner("Alpine", 1, world.Me, somebody);
        Partner("Birch", 3, somebody, world.Me);
        Partner("Cedar", 1, somebody, somebody);
        Partner("Dune", 0, world.Me, world.Me, state: 1);

        world.Shows("My Partners", "Alpine", "Birch");
        world.Shows("Partners by Tier", "Birch", "Alpine", "Cedar");
        world.Shows("Active Partners", "Alpine", "Birch", "Cedar");
        world.Shows("Inactive Partners", "Dune");
        world.Charts("Partners by Tier and Track", "Active Partners", "ISV Silver 2", "ISV Platinum 1");

        void Partner(string name, int tier, EntityReference manager, EntityReference owner, int state = 0) => world.Named(
            "cov_partner", name, state, state + 1, ("cov_tier", World.Option(tier)), ("cov_track", World.Option(0)), ("cov_managerid", manager), ("ownerid", owner));
    }

    [TestMethod]
    public void Engagements_end_within_ninety_days()
    {
        using var world = new World();
        Engagement("today", "2026-03-15");
        Engagement("on the last day", "2026-06-13");
        Engagement("a day later", "2026-06-14");
        Engagement("ended", "2026-03-14");
        Engagement("for good", null);
        Engagement("inactive", "2026-04-01", state: 1);

        world.Shows("Engagements Ending within 90 Days", "today", "on the last day");

        void Engagement(string name, string? until, int state = 0) => world.Named(
            "cov_engagement", name, state, state + 1, ("cov_until", until is null ? null : World.Day(until)));
    }

    [TestMethod]
    public void Marketplace_sales_are_unmatched_until_somebody_settles_them()
    {
        using var world = new World();
        Sale("later", "2026-03-02", 0, 1);
        Sale("first", "2026-03-01", 0, 1, world.Somebody());
        Sale("matched", "2026-02-01", 1, 2);
        Sale("nobody", "2026-02-02", 1, 770000000);
        Sale("test", "2026-02-03", 1, 770000001);

        world.Shows("Unmatched Marketplace Sales", "first", "later");
        world.Shows("My Unmatched Marketplace Sales", "later");
        world.Shows("Matched Marketplace Sales", "matched");
        world.Shows("Marketplace Sales without a Partner", "nobody");
        world.Shows("Ignored Marketplace Sales", "test");
        world.Charts("Marketplace Sales by Match", "All Marketplace Transactions",
            "Unmatched AWS Marketplace 2", "Matched AWS Marketplace 1", "No partner AWS Marketplace 1", "Ignored AWS Marketplace 1");

        void Sale(string name, string sold, int state, int status, EntityReference? owner = null) => world.Named(
            "cov_marketplacetransaction", name, state, status, ("cov_soldon", World.Day(sold)), ("cov_amount", new Money(10)), ("ownerid", owner ?? world.Me));
    }

    [TestMethod]
    public void Identities_are_buyers_or_sellers()
    {
        using var world = new World();
        Identity("buyer", 0, 0);
        Identity("seller", 1, 0);
        Identity("old buyer", 0, 1);

        world.Shows("Buyers", "buyer");
        world.Shows("Sellers", "seller");
        world.Shows("Inactive Marketplace Identities", "old buyer");

        void Identity(string name, int kind, int state) => world.Named(
            "cov_marketplaceidentity", name, state, state + 1, ("cov_kind", World.Option(kind)), ("cov_marketplace", World.Option(0)), ("cov_account", name));
    }

    [TestMethod]
    public void Referrals_need_action_when_they_came_in_or_were_sent_back()
    {
        using var world = new World();
        world.Named("cov_referral", "came in", 0, 770000001, ("cov_submittedon", World.Day("2026-03-01")));
        world.Named("cov_referral", "sent back", 0, 770000003, ("cov_submittedon", World.Day("2026-03-02")));
        world.Named("cov_referral", "accepted", 0, 770000004);
        world.Named("cov_referral", "lost", 1, 770000005);

        world.Shows("Referrals That Need Action", "came in", "sent back");
        world.Shows("Open Referrals", "accepted", "came in", "sent back");
        world.Shows("Closed Referrals", "lost");
        world.Shows("All Referrals", "accepted", "came in", "lost", "sent back");
    }

    [TestMethod]
    public void A_benchmark_is_below_target_when_it_is_known_and_less()
    {
        using var world = new World();
        Benchmark("below", "2026-02-01", 0.5m, 0.6m);
        Benchmark("met", "2026-02-01", 0.6m, 0.6m, measure: 1);
        Benchmark("no target", "2026-02-01", 0.5m, null, measure: 2);
        Benchmark("too few cases", "2026-02-01", 0.5m, 0.6m, measure: 3, suppressed: true);

        world.Shows("Benchmarks below Target", "below");
        world.Charts("Benchmarks by Month", "Benchmarks below Target", "Partner-influenced consumption 2 0.5000");

        void Benchmark(string name, string month, decimal value, decimal? target, int measure = 0, bool suppressed = false) => world.Named(
            "cov_benchmark", name, 0, 1, ("cov_month", World.Day(month)), ("cov_value", value), ("cov_target", target),
            ("cov_measure", World.Option(measure)), ("cov_issuppressed", suppressed));
    }
}
