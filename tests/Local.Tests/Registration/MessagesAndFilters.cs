using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Registration;

[TestClass]
public sealed class MessagesAndFilters
{
    [TestMethod]
    public void Every_message_has_a_row_and_well_known_ones_their_well_known_id()
    {
        using var world = new World();
        var names = world.All("sdkmessage", "name").Select(m => m.GetAttributeValue<string>("name")!).ToList();
        CollectionAssert.IsSubsetOf(new[] { "Create", "UpdateMultiple", "Win", "SetStateDynamicEntity", "WhoAmI", "fix_Double" }, names);
        CollectionAssert.DoesNotContain(names, "WinOpportunity");
        CollectionAssert.AllItemsAreUnique(names);
        Assert.AreEqual(new Guid("9ebdbb1b-ea3e-db11-86a7-000a3a5473e8"), world.Message("Create"));
    }

    [TestMethod]
    [DataRow("account", "Assign,Create,CreateMultiple,Delete,GrantAccess,Merge,ModifyAccess,Retrieve,RetrieveMultiple,RetrievePrincipalAccess,RetrieveSharedPrincipalsAndAccess,RevokeAccess,SetState,SetStateDynamicEntity,Update,UpdateMultiple")]
    [DataRow("transactioncurrency", "Create,CreateMultiple,Delete,Retrieve,RetrieveMultiple,SetState,SetStateDynamicEntity,Update,UpdateMultiple")]
    [DataRow("sdkmessage", "Retrieve,RetrieveMultiple")]
    public void A_table_has_a_filter_for_each_message_about_it(string table, string messages)
    {
        using var world = new World();
        var all = world.All("sdkmessage", "name").ToDictionary(m => m.Id, m => m.GetAttributeValue<string>("name"));
        var own = world.All("sdkmessagefilter", "sdkmessageid", "primaryobjecttypecode").Where(f => f.GetAttributeValue<string>("primaryobjecttypecode") == table);
        Assert.AreEqual(messages, string.Join(",", own.Select(f => all[f.GetAttributeValue<EntityReference>("sdkmessageid")!.Id]).Order(StringComparer.Ordinal)));
    }

    [TestMethod]
    public void Nobody_writes_them()
    {
        using var world = new World();
        var filter = world.Filter("Create", "account");
        World.Refused(ErrorCodes.NotSupported, "The 'Create' method does not support entities of type 'sdkmessage'", () => world.Service.Create(new Entity("sdkmessage") { ["name"] = "Fly" }));
        World.Refused(ErrorCodes.NotSupported, "The 'Update' method", () => world.Service.Update(new Entity("sdkmessagefilter", filter) { ["restrictionlevel"] = 1 }));
        World.Refused(ErrorCodes.NotSupported, "The 'Delete' method", () => world.Service.Delete("sdkmessagefilter", filter));
    }

    [TestMethod]
    public void They_are_the_same_when_the_file_is_opened_again()
    {
        using var world = new World();
        var before = world.All("sdkmessagefilter", "createdon").Select(f => (f.Id, f.RowVersion)).ToList();
        world.Reopen();
        CollectionAssert.AreEqual(before, world.All("sdkmessagefilter", "createdon").Select(f => (f.Id, f.RowVersion)).ToList());
    }
}
