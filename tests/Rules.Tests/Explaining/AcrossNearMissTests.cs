using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Rules.Tests.Rulings.Cases;

namespace CrmAddon.Rules.Tests.Explaining;

[TestClass]
public sealed class AcrossNearMissTests
{
    private static readonly RuleProgram Volume = Program(
        """
        credit "Split" for usage
          shares MSP 100%
        commission "Volume" for MSP
          every month on usage, across customers
          volume
            above 0     5%
            above 1,000 10%
        """);

    [TestMethod]
    public void The_next_step_of_all_customers_together_is_told_to_the_cent()
    {
        var miss = NearMisses.Of(Volume, Measured(500)).Single();

        CollectionAssert.AreEqual(
            new[] { "With 100.01 USD more measured of Acme in 2026-03 (600.01), the commission \"Volume\" would rate all of it at 10% (above 1,000) for Skyops as MSP: 55 USD more." },
            Explanation.Render(miss.Finding).ToArray());
        Assert.AreEqual(45m + 55m, Volume.Judge(Measured(600.01m)).Earnings.Sum(earning => earning.Amount));
        Assert.AreEqual(50m, Volume.Judge(Measured(600)).Earnings.Sum(earning => earning.Amount));
        Assert.AreEqual(0, NearMisses.Of(Volume, Measured(600.01m)).Count);
    }

    private static PartnerCase Measured(decimal acme) => new()
    {
        PartnerKey = "skyops",
        PartnerName = "Skyops",
        Month = new Month(2026, 3),
        Customers =
        [
            new PartnerCustomer { CustomerKey = "acme", CustomerName = "Acme", Lines = [new Measured("Volume", "skyops", "MSP", acme, acme)] },
            new PartnerCustomer { CustomerKey = "birch", Lines = [new Measured("Volume", "skyops", "MSP", 400, 400)] },
        ],
    };
}
