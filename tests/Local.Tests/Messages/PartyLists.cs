using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class PartyLists
{
    [TestMethod]
    public void The_parties_of_an_activity_come_back_with_it_and_go_with_it()
    {
        using var world = new World();
        var (contoso, fabrikam) = (world.Account("Contoso"), world.Account("Fabrikam"));
        var id = world.Service.Create(new Entity("email") { ["subject"] = "Hello", ["to"] = Party(contoso, fabrikam), ["cc"] = Party(contoso) });

        CollectionAssert.AreEqual(new[] { "Contoso", "Fabrikam" }, Names(world, id, "to"));
        world.Service.Update(new Entity("email", id) { ["to"] = Party(fabrikam) });
        CollectionAssert.AreEqual(new[] { "Fabrikam" }, Names(world, id, "to"));
        CollectionAssert.AreEqual(new[] { "Contoso" }, Names(world, id, "cc"), "another list stays");

        world.Service.Delete("email", id);
        Assert.IsEmpty(world.All("activityparty"));
    }

    [TestMethod]
    public void A_party_that_does_not_exist_is_refused_with_the_activity()
    {
        using var world = new World();

        World.Refused(ErrorCodes.ObjectDoesNotExist, "account", () => world.Service.Create(new Entity("email") { ["to"] = Party(Guid.NewGuid()) }));

        Assert.IsEmpty(world.All("email"));
    }

    private static EntityCollection Party(params Guid[] accounts) =>
        new([.. accounts.Select(a => new Entity("activityparty") { ["partyid"] = new EntityReference("account", a) })]);

    private static string[] Names(World world, Guid email, string list) =>
    [
        .. world.Service.Retrieve("email", email, new ColumnSet("subject", list)).GetAttributeValue<EntityCollection>(list)!.Entities
            .Select(p => p.GetAttributeValue<EntityReference>("partyid")!.Name!),
    ];
}
