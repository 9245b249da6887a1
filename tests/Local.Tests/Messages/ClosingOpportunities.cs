using System;
using CrmAddon.Local.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class ClosingOpportunities
{
    [TestMethod]
    public void A_won_deal_is_closed_at_what_was_entered_or_expected()
    {
        using var world = new World();
        var expected = Deal(world);
        var entered = Deal(world);

        Win(world, expected, null);
        Win(world, entered, new Money(80));

        var row = world.Row("opportunity", expected);
        Assert.AreEqual((1, 3), (((OptionSetValue)row["statecode"]!).Value, ((OptionSetValue)row["statuscode"]!).Value));
        Assert.AreEqual(100m, ((Money)row["actualvalue"]!).Value);
        Assert.AreEqual(100m, ((Money)row["actualvalue_base"]!).Value);
        Assert.AreEqual(new DateTime(2026, 3, 15), row["actualclosedate"]);
        Assert.AreEqual(80m, ((Money)world.Row("opportunity", entered)["actualvalue"]!).Value);
        Assert.HasCount(2, world.All("opportunityclose"));
        Assert.AreEqual(1, world.All("opportunityclose", "statecode")[0].GetAttributeValue<OptionSetValue>("statecode")!.Value);
    }

    [TestMethod]
    public void A_lost_deal_has_its_reason_and_no_value()
    {
        using var world = new World();
        var deal = Deal(world);

        world.Service.Execute(new LoseOpportunityRequest { OpportunityClose = Close(deal), Status = new OptionSetValue(5) });

        var row = world.Row("opportunity", deal);
        Assert.AreEqual((2, 5), (((OptionSetValue)row["statecode"]!).Value, ((OptionSetValue)row["statuscode"]!).Value));
        Assert.IsFalse(row.Contains("actualvalue"));
    }

    [TestMethod]
    public void Only_Win_and_Lose_close_a_deal_and_only_an_open_one()
    {
        using var world = new World();
        var deal = Deal(world);

        World.Refused(ErrorCodes.InvalidArgument, "use the Win message", () => world.Service.Update(new Entity("opportunity", deal) { ["statecode"] = new OptionSetValue(1) }));
        Win(world, deal, null);
        World.Refused(ErrorCodes.InvalidStateCodeStatusCode, "closed already (Won)", () => Win(world, deal, null));
        Assert.HasCount(1, world.All("opportunityclose"));

        world.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("opportunity", deal),
            State = new OptionSetValue(0),
            Status = new OptionSetValue(-1),
        });
        Assert.AreEqual("Open", world.Row("opportunity", deal).FormattedValues["statecode"]);
        Win(world, deal, null);
        Assert.HasCount(2, world.All("opportunityclose"));
    }

    private static Guid Deal(World world) => world.Service.Create(new Entity("opportunity")
    {
        ["name"] = "deal",
        ["customerid"] = new EntityReference("account", world.Account()),
        ["estimatedvalue"] = new Money(100),
    });

    private static void Win(World world, Guid deal, Money? value)
    {
        var close = Close(deal);
        if (value is not null)
        {
            close["actualrevenue"] = value;
        }

        world.Service.Execute(new WinOpportunityRequest { OpportunityClose = close, Status = new OptionSetValue(3) });
    }

    private static Entity Close(Guid deal) => new("opportunityclose")
    {
        ["subject"] = "closed",
        ["opportunityid"] = new EntityReference("opportunity", deal),
    };
}
