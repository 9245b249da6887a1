using System;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using CrmAddon.Plugins.Tests.Hosts;

namespace CrmAddon.Plugins.Tests.Package;

[TestClass]
public sealed class RegisteredPackageTests
{
    [TestMethod]
    public void A_deal_that_the_registered_package_splits_is_split_as_the_classes_split_it()
    {
        var declared = WonDeal(clock => new LocalHost(clock));
        Assert.AreEqual(declared, WonDeal(clock => new PackageHost(clock)));
        StringAssert.Contains(declared, "final");
        StringAssert.Contains(declared, "entry");
    }

    private static string WonDeal(Func<TimeProvider, IScenarioHost> host)
    {
        using var world = new World(host: host);
        var deal = world.Deal(world.Customer("Larkspur"), 50_000m);
        world.Join(deal, world.Partner("Nimbus"), "ISV");
        world.Join(deal, world.Partner("Skyops"), "MSP");
        world.Join(deal, world.Partner("Relay"), "Reseller");
        world.Win(deal, 60_000m, "2026-03-09");
        world.Settle();
        var entries = world.Service.All(Queries.From(Entry.Table, Entry.Amount, Entry.Key))
            .Select(e => $"entry {e.GetAttributeValue<Microsoft.Xrm.Sdk.Money>(Entry.Amount)!.Value:0.00}").Order(StringComparer.Ordinal);
        return world.Splits(deal) + "\n" + string.Join("\n", entries);
    }
}
