using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Rules;
using CrmAddon.Rules.Json;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Rulings;

[TestClass]
public sealed class ReplayTests
{
    private static readonly RuleProgram Rules =
        RuleProgram.Check(Repository.Rules("cloud-infrastructure.rules"), Vocabulary.Standard).Program!;

    [TestMethod]
    public void Every_ruling_says_the_same_when_what_it_keeps_is_judged_again()
    {
        using var world = new World();
        var relay = world.Partner("Relay");
        var skyops = world.Partner("Skyops");
        world.Change(Partner.Table, skyops, Partner.Tier, new OptionSetValue(770000002));
        Deals(world, relay, skyops);
        Usage(world, relay, skyops);

        var rulings = world.Rows(
            RulingRow.Table, RulingRow.Kind, RulingRow.Inputs, RulingRow.Result, RulingRow.Derivation, RulingRow.Month);
        CollectionAssert.AreEquivalent(
            new[] { RulingRow.KindOf.Deal, RulingRow.KindOf.CustomerMonth, RulingRow.KindOf.PartnerMonth },
            rulings.Select(ruling => ruling.Option(RulingRow.Kind)!.Value).Distinct().ToArray());
        foreach (var ruling in rulings)
            Assert.AreEqual(
                string.Join("\n", ruling.Text(RulingRow.Inputs), ruling.Text(RulingRow.Result), ruling.Text(RulingRow.Derivation)),
                Replayed(ruling));
    }

    private static string Replayed(Entity ruling)
    {
        var stored = CaseReader.Read(ruling.Text(RulingRow.Inputs), Vocabulary.Standard, partner: "Skyops");
        var rulings = stored.Judge(Rules);
        return string.Join("\n", stored.Inputs(Rules), stored.Result(rulings), ResultText.Of(stored.Derivation(rulings)));
    }

    private static void Deals(World world, Guid relay, Guid skyops)
    {
        var customer = world.Customer("Larkspur");
        var shared = world.Deal(customer, 1_000.05m);
        world.Join(shared, relay, "Reseller");
        world.Join(shared, skyops, "MSP");
        world.Win(shared, 1_000.05m, "2026-03-09");
        world.Reopen(shared);

        var referred = world.Deal(customer, 5_000m, source: "Referral", sourcing: relay);
        world.Join(referred, skyops, "MSP");
        world.Win(referred, 5_000m, "2026-03-09");

        var registered = world.Deal(customer, 7_000m, motion: "Resale");
        world.Join(registered, skyops, "MSP");
        Register(world, registered, customer, relay);
        world.Win(registered, 7_000m, "2026-03-09");
    }

    private static void Register(World world, Guid deal, Guid customer, Guid partner)
    {
        var registration = world.Service.Create(new Entity(DealRegistration.Table)
        {
            [DealRegistration.Program] = new EntityReference(Tables.Program.Table, world.Program),
            [DealRegistration.Partner] = new EntityReference(Partner.Table, partner),
            [DealRegistration.Customer] = new EntityReference(Account.Table, customer),
            [DealRegistration.Opportunity] = new EntityReference(Opportunity.Table, deal),
            [DealRegistration.Role] = Roles.OptionOf("Reseller"),
        });
        foreach (var status in new[] { DealRegistration.StatusOf.Submitted, DealRegistration.StatusOf.Approved })
            world.Change(DealRegistration.Table, registration, DealRegistration.Status, new OptionSetValue(status));
    }

    private static void Usage(World world, Guid relay, Guid skyops)
    {
        foreach (var (name, amount) in new[] { ("Foxglove", 333_333.330m), ("Thistle", 400_000.0000000001m), ("Yarrow", 0.030m) })
        {
            var customer = world.Customer(name);
            world.Engage(customer, skyops, "MSP", "2024-01-01");
            world.Engage(customer, relay, "Reseller", "2026-02-01", "2026-02-28");
            world.Use(customer, "2024-12", 0m);
            foreach (var month in new[] { "2025-10", "2025-12", "2026-01", "2026-02" })
                world.Use(customer, month, amount);
        }

        world.Settle();
    }
}
