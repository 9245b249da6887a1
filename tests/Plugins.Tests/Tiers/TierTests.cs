using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Tiers;

/// <summary>The tier that a partner has earned is judged when a month closes.</summary>
[TestClass]
public sealed class TierTests
{
    private const int Cancelled = 770000002;
    private const int Silver = 770000001;
    private const int Gold = 770000002;

    [TestMethod]
    public void Growth_and_retention_above_the_rule_make_a_partner_gold()
    {
        using var world = new World();
        var skyops = world.Partner("Skyops");
        var customer = Grown(world, skyops, "Larkspur", since: "2024-01-01");
        Assert.IsNull(Tier(world, skyops));
        world.Close("2026-01");
        Assert.AreEqual(Gold, Tier(world, skyops));
        Assert.AreEqual("Skyops has earned the tier gold by 2026-01.", Ruling(world).Text(RulingRow.Summary));
        Assert.Contains(customer.ToString("D"), Ruling(world).Text(RulingRow.Inputs));
    }

    [TestMethod]
    public void The_ruling_says_the_same_when_what_it_keeps_is_judged_again()
    {
        using var world = new World();
        Grown(world, world.Partner("Skyops"), "Larkspur", since: "2024-01-01");
        world.Close("2026-01");
        var rules = RuleProgram.Check(Repository.Rules("cloud-infrastructure.rules"), Vocabulary.Standard).Program!;
        var stored = CaseReader.Read(Ruling(world).Text(RulingRow.Inputs), Vocabulary.Standard, partner: "Skyops");
        Assert.AreEqual(Ruling(world).Text(RulingRow.Inputs), stored.Inputs(rules));
        Assert.AreEqual(Ruling(world).Text(RulingRow.Result), stored.Result(stored.Judge(rules)));
    }

    [TestMethod]
    public void A_job_that_runs_again_leaves_everything_as_it_is()
    {
        using var world = new World();
        Grown(world, world.Partner("Skyops"), "Larkspur", since: "2024-01-01");
        world.Close("2026-01");
        var before = world.Everything();
        foreach (var item in world.Rows(WorkItem.Table, WorkItem.Kind).Where(item => item.Option(WorkItem.Kind) == WorkItem.KindOf.JudgeTier))
        {
            world.Service.Update(World.Status(WorkItem.Table, item.Id, WorkItem.StateOf.Waiting, WorkItem.StatusOf.Waiting));
            world.Change(WorkItem.Table, item.Id, WorkItem.StartedOn, World.Day("2026-03-10"));
        }

        Assert.AreEqual(before, world.Everything());
    }

    [TestMethod]
    public void A_partner_who_lost_half_of_its_customers_keeps_the_tier_that_the_manager_set()
    {
        using var world = new World();
        var skyops = world.Partner("Skyops");
        world.Change(Partner.Table, skyops, Partner.Tier, new OptionSetValue(Silver));
        Grown(world, skyops, "Larkspur", since: "2024-01-01");
        var lost = Grown(world, skyops, "Foxglove", since: "2024-01-01");
        world.Change(Account.Table, lost, Account.CustomerStatus, new OptionSetValue(Cancelled));
        world.Change(Account.Table, lost, Account.CustomerStatusSince, World.Day("2025-11-05"));
        world.Settle();
        world.Close("2026-01");
        Assert.AreEqual(Silver, Tier(world, skyops));
        Assert.AreEqual("Skyops has earned no tier by 2026-01.", Ruling(world).Text(RulingRow.Summary));
    }

    [TestMethod]
    public void Retention_is_unknown_where_the_partner_was_not_engaged_that_long()
    {
        using var world = new World();
        var skyops = world.Partner("Skyops");
        Grown(world, skyops, "Larkspur", since: "2025-06-01");
        world.Close("2026-01");
        Assert.IsNull(Tier(world, skyops));
        Assert.AreEqual("Skyops has earned no tier by 2026-01.", Ruling(world).Text(RulingRow.Summary));
    }

    [TestMethod]
    public void Usage_of_all_customers_of_the_month_counts_and_the_tier_follows_it_down()
    {
        using var world = new World(Rules(tiers: true));
        var skyops = world.Partner("Skyops");
        var larkspur = world.Customer("Larkspur");
        var foxglove = world.Customer("Foxglove");
        world.Engage(larkspur, skyops, "MSP", "2026-01-01");
        world.Engage(larkspur, skyops, "ISV", "2026-01-01");
        world.Engage(foxglove, skyops, "MSP", "2026-01-01", until: "2026-01-31");
        world.Engage(foxglove, world.Partner("Relay"), "MSP", "2026-02-01");
        foreach (var month in new[] { "2026-01", "2026-02" })
        {
            world.Use(larkspur, month, 60m);
            world.Use(larkspur, month, 40m, product: "Storage");
            world.Use(foxglove, month, 150m);
        }

        world.Settle();
        world.Close("2026-01");

        // 60 + 40 + 150 in January; in February Foxglove has gone over to Relay.
        Assert.AreEqual(Gold, Tier(world, skyops));
        world.Close("2026-02");
        Assert.AreEqual(Silver, Tier(world, skyops));
        Assert.AreEqual(Silver, Tier(world, world.PartnerNamed("Relay")));
    }

    [TestMethod]
    public void Rules_without_tiers_ask_for_nothing()
    {
        using var world = new World(Rules(tiers: false));
        world.Engage(world.Customer("Larkspur"), world.Partner("Skyops"), "MSP", "2026-01-01");
        world.Settle();
        world.Close("2026-01");
        Assert.DoesNotContain(WorkItem.KindOf.JudgeTier, world.Rows(WorkItem.Table, WorkItem.Kind).Select(item => item.Option(WorkItem.Kind) ?? 0));
    }

    // 100 a month for a year and 120 in the year after.
    private static Guid Grown(World world, Guid partner, string name, string since)
    {
        var customer = world.Customer(name);
        world.Engage(customer, partner, "MSP", since);
        for (var month = new Month(2024, 2); month <= new Month(2026, 1); month = month.AddMonths(1))
            world.Use(customer, month.ToString(), month < new Month(2025, 2) ? 100m : 120m);

        world.Settle();
        return customer;
    }

    private static int? Tier(World world, Guid partner) => world.Row(Partner.Table, partner).Option(Partner.Tier);

    private static Entity Ruling(World world) => world
        .Rows(RulingRow.Table, RulingRow.Kind, RulingRow.Summary, RulingRow.Inputs, RulingRow.Result)
        .Single(row => row.Option(RulingRow.Kind) == RulingRow.KindOf.Tier);

    private static string Rules(bool tiers) =>
        $"""
        language 1
        program "Cloud Infrastructure" in USD
        role MSP, ISV
        credit "All"
          for deals and usage
          shares
            MSP 100%
          empty role: share among the others
        {(tiers ? "tier Silver\n  when usage > 50\ntier Gold\n  when usage > 200" : "")}
        """;
}
