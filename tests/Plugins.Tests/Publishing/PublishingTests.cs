using System;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Publishing;

[TestClass]
public sealed class PublishingTests
{
    private const string Simple =
        """
        language 1
        program "Simple" in USD

        role ISV

        credit "All to the ISV"
          for deals
          shares
            ISV 100%
        """;

    [TestMethod]
    public void The_program_shows_when_the_fiscal_year_begins()
    {
        using var world = new World("");
        world.Publish(world.Draft(Simple, "2026-01"));
        Assert.AreEqual(Tables.Program.FirstMonth, world.Row(Tables.Program.Table, world.Program).Option(Tables.Program.FiscalYearStart));
    }

    [TestMethod]
    public void A_draft_is_numbered_hashed_and_signed_by_its_author()
    {
        using var world = new World();
        var draft = world.Row(RuleVersion.Table, world.Draft(Simple, "2026-06"));
        Assert.AreEqual(2, draft.GetAttributeValue<int>(RuleVersion.Number));
        Assert.AreEqual("Version 2", draft.Text(RuleVersion.Name));
        Assert.AreEqual(world.Author, draft.Lookup(RuleVersion.Author));
        Assert.AreEqual(CrmAddon.Rules.RuleProgram.Check(Simple, CrmAddon.Rules.Vocabulary.Standard).Program!.Hash, draft.Text(RuleVersion.Hash));
    }

    [TestMethod]
    public void Line_ends_don_t_change_the_hash()
    {
        using var world = new World();
        var unix = world.Row(RuleVersion.Table, world.Draft(Simple, "2026-06"));
        var windows = world.Row(RuleVersion.Table, world.Draft(Simple.Replace("\n", "\r\n", StringComparison.Ordinal), "2026-06"));
        Assert.AreEqual(unix.Text(RuleVersion.Hash), windows.Text(RuleVersion.Hash));
    }

    [TestMethod]
    public void Publishing_notes_who_did_it_and_when()
    {
        using var world = new World();
        var draft = world.Draft(Simple, "2026-06");
        world.Publish(draft);
        var row = world.Row(RuleVersion.Table, draft);
        Assert.AreEqual(world.Approver, row.Lookup(RuleVersion.ApprovedBy));
        Assert.AreEqual(new DateTime(2026, 3, 10, 9, 0, 0), row.Date(RuleVersion.PublishedOn));
    }

    [TestMethod]
    public void Rules_with_errors_are_refused_with_all_of_them_and_the_draft_keeps_the_findings()
    {
        using var world = new World();
        var draft = world.Draft(Simple.Replace("ISV 100%", "ISX 60%", StringComparison.Ordinal), "2026-06");
        var refusal = World.Refusal(() => world.Publish(draft));
        var findings = world.Row(RuleVersion.Table, draft).Text(RuleVersion.Findings);
        Assert.StartsWith("\"Version 2\" can't be published: the check found", refusal);
        Assert.Contains("9:5: error RUL", findings);
        Assert.Contains("ISX", findings);
        Assert.EndsWith(findings, refusal);
    }

    [TestMethod]
    public void Two_rules_that_would_credit_a_deal_differently_are_refused_with_the_deal()
    {
        using var world = new World();
        var text = Repository.Rules("cloud-infrastructure.rules")
            .Replace("""exception to "Co-sell role split", "Source wins" """.Trim(), """exception to "Co-sell role split" """.Trim(), StringComparison.Ordinal);
        var refusal = World.Refusal(() => world.Publish(world.Draft(text, "2026-06")));
        Assert.Contains("Registered reseller", refusal);
        Assert.Contains("Source wins", refusal);
    }

    [TestMethod]
    public void Who_wrote_a_version_can_t_publish_it()
    {
        using var world = new World();
        var draft = world.Draft(Simple, "2026-06");
        Assert.AreEqual(
            "You wrote \"Version 2\", so you can't publish it. Ask a colleague to read and publish it.",
            World.Refusal(() => world.Publish(draft, by: world.Author)));
    }

    [TestMethod]
    public void The_rules_reckon_in_the_program_s_currency()
    {
        using var world = new World();
        var draft = world.Draft(Simple.Replace("USD", "EUR", StringComparison.Ordinal), "2026-06");
        Assert.StartsWith("The rules reckon in EUR, but the program's currency is USD.", World.Refusal(() => world.Publish(draft)));
    }

    [TestMethod]
    public void The_program_s_currency_keeps_all_decimals_that_the_rules_pay()
    {
        using var world = new World(rules: "");
        var dinar = world.Service.Create(new Entity(Currency.Table)
        {
            ["currencyname"] = "Dinar", [Currency.IsoCode] = "KWD", ["currencysymbol"] = "KD", [Currency.Precision] = 2, [Currency.ExchangeRate] = 0.3m,
        });
        world.Change(Tables.Program.Table, world.Program, Tables.Program.Currency, new EntityReference(Currency.Table, dinar));
        var draft = world.Draft(Simple.Replace("USD", "KWD", StringComparison.Ordinal), "2026-06");
        Assert.StartsWith("Amounts in KWD have 3 decimals", World.Refusal(() => world.Publish(draft)));

        world.Change(Currency.Table, dinar, Currency.Precision, 3);
        world.Publish(draft);
    }

    [TestMethod]
    public void The_rules_name_roles_that_partners_can_have()
    {
        using var world = new World();
        var draft = world.Draft(Simple.Replace("ISV", "Distributor", StringComparison.Ordinal), "2026-06");
        Assert.StartsWith("The rules name the role \"Distributor\"", World.Refusal(() => world.Publish(draft)));
    }

    [TestMethod]
    [DataRow("2025-01", "the version before it takes effect from 2025-01. Choose 2025-02 or later.")]
    [DataRow("2025-12", "the books of that month are closed. Choose 2026-01 or later.")]
    public void A_new_version_takes_effect_after_the_one_before_and_in_an_open_month(string effective, string because)
    {
        using var world = new World();
        var draft = world.Draft(Simple, effective);
        Assert.EndsWith(because, World.Refusal(() => world.Publish(draft)));
    }

    [TestMethod]
    public void A_deal_is_judged_by_the_version_in_force_on_its_day()
    {
        using var world = new World();
        world.Publish(world.Draft(Simple, "2026-06"));
        var nimbus = world.Partner("Nimbus");
        var spring = world.Deal(world.Customer("Larkspur"), 100m, closes: "2026-05-31");
        var summer = world.Deal(world.Customer("Foxglove"), 100m, closes: "2026-06-01");
        world.Join(spring, nimbus, "MSP");
        world.Join(summer, nimbus, "MSP");
        Assert.AreEqual("Nimbus MSP 100% 100.00 estimate", world.Splits(spring));
        Assert.AreEqual("house - 100% 100.00 estimate", world.Splits(summer));
    }

    [TestMethod]
    public void What_is_published_never_changes()
    {
        using var world = new World();
        var version = world.Rows(RuleVersion.Table)[0].Id;
        foreach (var change in new Action[]
        {
            () => world.Change(RuleVersion.Table, version, RuleVersion.Text, Simple),
            () => world.Change(RuleVersion.Table, version, RuleVersion.EffectiveFrom, World.FirstOf("2026-06")),
            () => world.Change(RuleVersion.Table, version, RuleVersion.ApprovedBy, new EntityReference("systemuser", world.Author)),
            () => world.Service.Delete(RuleVersion.Table, version),
        })
            Assert.Contains("is published and never changes again", World.Refusal(change));
    }

    [TestMethod]
    public void A_version_is_retired_only_before_it_takes_effect()
    {
        using var world = new World();
        var inForce = world.Rows(RuleVersion.Table)[0].Id;
        var ahead = world.Draft(Simple, "2026-06");
        world.Publish(ahead);
        Assert.Contains("can't be retired", World.Refusal(() => Retire(world, inForce)));
        Retire(world, ahead);
    }

    private static void Retire(World world, Guid version) => world.Service.Update(
        World.Status(RuleVersion.Table, version, RuleVersion.StateOf.Final, RuleVersion.StatusOf.Retired));
}
