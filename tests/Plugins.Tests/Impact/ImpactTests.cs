using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Plugins.Tests.Impact;

/// <summary>What a draft would have changed, compared with what the ledger says before and after it is published.</summary>
[TestClass]
public sealed class ImpactTests
{
    private const string Monthly = "every month on credited usage, per customer";

    [TestMethod]
    [DataRow(Monthly, "above 0        5%", "above 0        6%")]
    [DataRow(Monthly, "Reseller  30%", "Reseller  20%\n    SI        10%")]
    [DataRow(Monthly, "at most 50,000 per partner", "at most 700 per partner")]
    [DataRow("every quarter on credited usage, per customer", "above 0        5%", "above 0        6%")]
    [DataRow("every quarter on credited usage, per customer", "at most 50,000 per partner", "at most 700 per partner")]
    [DataRow("every year on credited usage, per customer", "above 10,000   8%", "above 10,000   9%")]
    public void It_says_what_the_ledger_says_before_and_after_it_is_published(string window, string part, string other)
    {
        var rules = Sample.Replace(Monthly, window, StringComparison.Ordinal);
        // The sample's example is of a monthly window and its own rates.
        rules = rules[..rules.IndexOf("# ---- what must stay true", StringComparison.Ordinal)];
        var changed = Changed(rules, part, other);
        using var world = Story(rules);
        var answer = Preview(world, world.Draft(changed, "2026-02"), ("From", "2026-01"), ("Until", "2026-03"));
        Assert.AreEqual(Earned(world), answer["EarnedBefore"]);
        using var published = Story(changed);
        Assert.AreEqual(Earned(published), answer["EarnedAfter"]);
        Assert.AreNotEqual(answer["EarnedBefore"], answer["EarnedAfter"]);
        Assert.IsFalse((bool)answer["IsTruncated"]!);
    }

    [TestMethod]
    public void It_says_for_whom_by_how_much_and_which_cases_move_it()
    {
        using var world = Story(Sample);
        var before = world.Everything();
        var answer = Preview(world, world.Draft(Changed(Sample, "rate 6%", "rate 7%"), "2026-02"), ("From", "2026-01"), ("Until", "2026-03"));
        Assert.AreEqual(before, world.Everything());
        Assert.AreEqual(5, answer["Cases"]);
        Assert.AreEqual(1, answer["Changed"]);
        var result = JObject.Parse((string)answer["Result"]!);
        Assert.AreEqual("Relay 300 350", string.Join("\n", result["partners"]!
            .Where(partner => (string?)partner["earnedBefore"] != (string?)partner["earnedAfter"])
            .Select(partner => $"{partner["name"]} {partner["earnedBefore"]} {partner["earnedAfter"]}")));
        var mover = result["movers"]!.Single();
        Assert.AreEqual("Migration", (string?)mover["name"]);
        Assert.AreEqual("50", (string?)mover["changes"]!.Single()["earned"]);
        Assert.Contains("7%", string.Join("\n", mover["after"]!));
        CollectionAssert.AreEqual(new[] { "clawbacks", "tiers" }, result["notCompared"]!.Select(one => (string?)one).ToArray());
        Assert.Contains("1 with another outcome", (string)answer["Summary"]!);
        Assert.Contains("davon 1 mit anderem Ergebnis", (string)Preview(world, world.Draft(Changed(Sample, "rate 6%", "rate 7%"), "2026-02"), ("Language", "de"), ("From", "2026-01"), ("Until", "2026-03"))["Summary"]!);
    }

    [TestMethod]
    public void Without_months_the_three_before_this_one_are_tried()
    {
        using var world = Story(Sample);
        var result = JObject.Parse((string)Preview(world, world.Draft(Sample, "2026-02"))["Result"]!);
        Assert.AreEqual(("2025-12", "2026-02"), ((string?)result["from"], (string?)result["until"]));
    }

    [TestMethod]
    public void What_is_more_than_the_environment_allows_is_said_to_be_missing()
    {
        using var world = Story(Sample);
        world.Set("cov_PreviewMaxCases", "2");
        var answer = Preview(world, world.Draft(Sample, "2026-02"), ("From", "2026-01"), ("Until", "2026-03"));
        Assert.IsTrue((bool)answer["IsTruncated"]!);
        Assert.Contains("The period holds more than could be judged", (string)answer["Summary"]!);
    }

    [TestMethod]
    public void What_can_t_be_tried_is_refused_and_named()
    {
        using var world = Story(Sample);
        var draft = world.Draft(Sample, "2026-02");
        string Refused(Guid version, params (string Name, object? Value)[] inputs) => World.Refusal(() => Preview(world, version, inputs));
        Assert.StartsWith("\"March\" is no month.", Refused(draft, ("From", "March")));
        Assert.StartsWith("The period ends in 2026-01, before it begins in 2026-02.", Refused(draft, ("From", "2026-02"), ("Until", "2026-01")));
        Assert.StartsWith("A preview takes at most 24 months.", Refused(draft, ("From", "2024-01"), ("Until", "2026-01")));
        Assert.Contains("can't be previewed: the check found", Refused(world.Draft("program", "2026-02")));
        Assert.StartsWith("The rules reckon in EUR", Refused(world.Draft("language 1\nprogram \"P\" in EUR\nrole ISV\ncredit \"C\" for deals shares ISV 100%", "2026-02")));
    }

    [TestMethod]
    public void What_the_caller_may_not_read_he_may_not_preview()
    {
        using var world = Story(Sample);
        var draft = new EntityReference(RuleVersion.Table, world.Draft(Sample, "2026-02"));
        var reader = world.As(world.Colleague("Rae Reader", PrivilegeDepth.Global, "prvReadcov_RuleVersion"));
        Assert.Contains("prvReadAccount", World.Refusal(() => World.Call(reader, "cov_PreviewRuleVersion", draft)));
        var stranger = world.As(world.Colleague("Sam Stranger", PrivilegeDepth.Global, "prvReadOpportunity"));
        Assert.Contains("prvReadcov_RuleVersion", World.Refusal(() => World.Call(stranger, "cov_PreviewRuleVersion", draft)));
    }

    private static string Sample => Repository.Rules("cloud-infrastructure.rules");

    private static string Changed(string rules, string part, string other)
    {
        Assert.Contains(part, rules);
        var changed = rules.Replace(part, other, StringComparison.Ordinal);
        return other.Contains("SI  ", StringComparison.Ordinal) ? changed.Replace("    SI        15%\n", "", StringComparison.Ordinal).Replace("MSP       25%", "MSP       40%", StringComparison.Ordinal) : changed;
    }

    // A won deal, a lost one, and three months of two customers' usage with one partner.
    private static World Story(string rules)
    {
        var world = new World(rules);
        var customer = world.Customer("Larkspur");
        var deal = world.Deal(customer, 10_000m);
        world.Join(deal, world.PartnerNamed("Relay"), "Reseller");
        world.Join(deal, world.PartnerNamed("Nimbus"), "ISV");
        world.Win(deal, 10_000m, "2026-03-09");
        world.Lose(world.Deal(customer, 5_000m), "2026-03-09");
        world.Engage(customer, world.PartnerNamed("Skyops"), "MSP", "2026-01-01");
        world.Use(customer, "2026-01", 8_000m);
        world.Use(customer, "2026-02", 11_000m);
        world.Use(customer, "2026-03", 12_000m);
        var second = world.Customer("Sorrel");
        world.Engage(second, world.PartnerNamed("Skyops"), "MSP", "2026-02-01");
        world.Use(second, "2026-03", 4_000m);
        world.Settle();
        return world;
    }

    private static decimal Earned(World world) => world.Rows(Entry.Table, Entry.Amount).Sum(entry => entry.Amount(Entry.Amount));

    private static OrganizationResponse Preview(World world, Guid version, params (string Name, object? Value)[] inputs) =>
        world.Call("cov_PreviewRuleVersion", new EntityReference(RuleVersion.Table, version), inputs);
}
