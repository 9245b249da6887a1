using System;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class OpeningAndClosing
{
    [TestMethod]
    public void Definitions_have_another_state_each_time_a_database_is_opened()
    {
        using var world = new World();
        var first = Stamp(world);
        Assert.AreEqual(first, Stamp(world));

        world.Reopen();

        Assert.AreNotEqual(first, Stamp(world));
    }

    [TestMethod]
    public void A_closed_database_says_so()
    {
        var world = new World();
        var service = world.Service;
        var dataverse = world.Dataverse;
        world.Dispose();

        Assert.ThrowsExactly<ObjectDisposedException>(() => service.Execute(new WhoAmIRequest()));
        Assert.ThrowsExactly<ObjectDisposedException>(() => service.Create(World.OrderRow()));
        Assert.ThrowsExactly<ObjectDisposedException>(() => dataverse.Async.RunUntilIdle());
        Assert.ThrowsExactly<ObjectDisposedException>(() => dataverse.AssignRole(dataverse.SystemUserId, "Salesperson"));
    }

    private static string Stamp(World world) => ((RetrieveTimestampResponse)world.Service.Execute(new RetrieveTimestampRequest())).Timestamp!;
}
