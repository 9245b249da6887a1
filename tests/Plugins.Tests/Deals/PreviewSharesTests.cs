using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Newtonsoft.Json.Linq;

namespace CrmAddon.Plugins.Tests.Deals;

[TestClass]
public sealed class PreviewSharesTests
{
    [TestMethod]
    public void A_deal_as_it_stands_has_the_shares_of_its_splits_and_what_it_would_earn()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        Assert.AreEqual(
            """
            Nimbus ISV 50% 25000
            Relay Reseller 50% 25000
            Relay Reseller landing fee 1500 of it held 300
            """, Told(Preview(world, deal)));
    }

    [TestMethod]
    public void Another_amount_and_another_roster_change_the_preview_and_nothing_else()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        world.Partner("Skyops");
        var before = world.Everything();
        var answer = Preview(
            world, deal, ("Amount", 80_000m), ("Roster", """[{"partner": "Nimbus", "role": "ISV"}, {"partner": "Skyops", "role": "MSP", "weight": 2}]"""));
        Assert.AreEqual(
            """
            Nimbus ISV 54.5454545455% 43636.36
            Skyops MSP 45.4545454545% 36363.64
            """, Told(answer));
        Assert.AreEqual(before, world.Everything());
        Assert.AreEqual(2, world.Count(DealPartner.Table));
    }

    [TestMethod]
    public void The_day_decides_which_rules_hold()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        var answer = Preview(world, deal, ("CloseDate", World.Day("2024-12-31")));
        Assert.AreEqual("No program has published rules for the day of \"Migration\": nobody is credited.", answer["Summary"]);
    }

    [TestMethod]
    public void Amounts_are_in_the_deal_s_currency()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        var euro = world.Service.Create(new Entity(Currency.Table)
        {
            ["currencyname"] = "Euro", [Currency.IsoCode] = "EUR", ["currencysymbol"] = "€", [Currency.ExchangeRate] = 0.8m, [Currency.Precision] = 2,
        });
        world.Change(Opportunity.Table, deal.Id, Opportunity.Currency, new EntityReference(Currency.Table, euro));
        Assert.StartsWith("Nimbus ISV 50% 50000", Told(Preview(world, deal, ("Amount", 80_000m))));
    }

    [TestMethod]
    public void It_is_told_in_the_language_that_is_asked_for()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        var english = (string)Preview(world, deal)["Summary"]!;
        var german = (string)Preview(world, deal, ("Language", "de-AT"))["Summary"]!;
        Assert.Contains("Reseller", german);
        Assert.AreNotEqual(english, german);
        Assert.AreEqual("There is no language \"fr\" here. Use one of en, de.", World.Refusal(() => Preview(world, deal, ("Language", "fr"))));
    }

    [TestMethod]
    public void Near_misses_are_told_unless_the_environment_has_them_off()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        Assert.IsNotNull(Program(Preview(world, deal))["nearMisses"]);
        world.Set("cov_NearMisses", "no");
        Assert.IsNull(Program(Preview(world, deal))["nearMisses"]);
        world.Set("cov_NearMisses", "perhaps");
        Assert.AreEqual(
            "The environment variable cov_NearMisses holds \"perhaps\", which is neither yes nor no. Correct it.",
            World.Refusal(() => Preview(world, deal)));
    }

    [TestMethod]
    public void What_can_t_be_is_refused_and_named()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        string Refused(string name, object value) => World.Refusal(() => Preview(world, deal, (name, value)));
        Assert.StartsWith("-1 is no amount of a deal.", Refused("Amount", -1m));
        Assert.StartsWith("The roster can't be read: line 1", Refused("Roster", "Nimbus"));
        Assert.StartsWith("There is no role \"Isv\".", Refused("Roster", """[{"partner": "Nimbus", "role": "Isv"}]"""));
        Assert.AreEqual("There is no partner with the code \"Nimbo\" that you can see.", Refused("Roster", """[{"partner": "Nimbo", "role": "ISV"}]"""));
        Assert.StartsWith("101 is no share of Nimbus", Refused("Roster", """[{"partner": "Nimbus", "role": "ISV", "ownPercent": 101}]"""));
        Assert.StartsWith("-2 is no weight of Nimbus", Refused("Roster", """[{"partner": "Nimbus", "role": "ISV", "weight": -2}]"""));
        Assert.Contains("is not known here", Refused("Roster", """[{"partner": "Nimbus", "role": "ISV", "share": 50}]"""));
    }

    [TestMethod]
    public void Who_may_not_read_the_deal_may_not_preview_it_nor_name_partners_that_he_may_not_read()
    {
        using var world = new World();
        var deal = TwoPartners(world);
        var stranger = world.As(world.Colleague("Sam Stranger", PrivilegeDepth.Basic, "prvReadOpportunity", "prvReadcov_Split"));
        World.Refusal(() => World.Call(stranger, "cov_PreviewShares", deal));
        var rep = world.As(world.Colleague("Rae Rep", PrivilegeDepth.Global, "prvReadOpportunity", "prvReadcov_Split"));
        Assert.StartsWith("Nimbus ISV 50%", Told(World.Call(rep, "cov_PreviewShares", deal)));
        World.Refusal(() => World.Call(rep, "cov_PreviewShares", deal, ("Roster", """[{"partner": "Nimbus", "role": "ISV"}]""")));
        var outsider = world.As(world.Colleague("Ole Outsider", PrivilegeDepth.Global, "prvReadOpportunity"));
        Assert.Contains("prvReadcov_Split", World.Refusal(() => World.Call(outsider, "cov_PreviewShares", deal)));
    }

    private static EntityReference TwoPartners(World world)
    {
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        world.Join(deal, world.Partner("Relay"), "Reseller");
        return new EntityReference(Opportunity.Table, deal);
    }

    private static OrganizationResponse Preview(World world, EntityReference deal, params (string Name, object? Value)[] changes) =>
        world.Call("cov_PreviewShares", deal, changes);

    private static JToken Program(OrganizationResponse answer) => JObject.Parse((string)answer["Result"]!)["programs"]![0]!;

    private static string Told(OrganizationResponse answer)
    {
        var program = Program(answer);
        return string.Join("\n", (program["shares"] ?? new JArray())
            .Select(share => string.Create(CultureInfo.InvariantCulture, $"{share["partner"]} {share["role"]} {share["percent"]}% {share["amount"]}"))
            .Concat((program["earnings"] ?? new JArray())
                .Select(earning => $"{earning["partner"]} {earning["rule"]} {earning["amount"]} of it held {earning["held"]}")));
    }
}
