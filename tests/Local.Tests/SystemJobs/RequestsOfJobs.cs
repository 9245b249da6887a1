using System;
using System.Linq;
using CrmAddon.Local.SystemJobs;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.SystemJobs;

[TestClass]
public sealed class RequestsOfJobs
{
    [TestMethod]
    public void A_row_keeps_its_keys_and_its_related_rows()
    {
        var row = new Entity("fix_order", "fix_code", "A/1") { EntityState = EntityState.Changed, RowVersion = "7", ["fix_customerid"] = Reference() };
        row.RelatedEntities[new Relationship("fix_order_follows") { PrimaryEntityRole = EntityRole.Referenced }] =
            new EntityCollection([new Entity("fix_order") { ["fix_name"] = "second" }]) { EntityName = "fix_order" };

        var read = (Entity)Again(row);

        Assert.AreEqual(("A/1", EntityState.Changed, "7"), (read.KeyAttributes["fix_code"], read.EntityState, read.RowVersion));
        var (relation, rows) = read.RelatedEntities.Single();
        Assert.AreEqual(("fix_order_follows", EntityRole.Referenced), (relation.SchemaName, relation.PrimaryEntityRole));
        Assert.AreEqual(("fix_order", "second"), (rows.EntityName, rows.Entities.Single()["fix_name"]));
        AssertReference((EntityReference)read["fix_customerid"]!);
    }

    [TestMethod]
    public void References_enumerations_and_collections_come_back_as_they_were()
    {
        AssertReference((EntityReference)Again(Reference()));
        Assert.AreEqual(ConcurrencyBehavior.IfRowVersionMatches, Again(ConcurrencyBehavior.IfRowVersionMatches));
        var rows = (EntityCollection)Again(new EntityCollection
        {
            EntityName = "account", MinActiveRowVersion = "1", PagingCookie = "<c/>", MoreRecords = true, TotalRecordCount = 9, TotalRecordCountLimitExceeded = true,
        });
        Assert.AreEqual(
            ("account", "1", "<c/>", true, 9, true),
            (rows.EntityName, rows.MinActiveRowVersion, rows.PagingCookie, rows.MoreRecords, rows.TotalRecordCount, rows.TotalRecordCountLimitExceeded));
        CollectionAssert.AreEqual(new[] { "name" }, ((ColumnSet)Again(new ColumnSet("name"))).Columns);
    }

    [TestMethod]
    public void A_job_of_an_earlier_version_is_read()
    {
        var request = RequestData.Read(
            """{"request":"X","parameters":{"a":{"rows":[{"row":{"table":"account","id":"00000000-0000-0000-0000-000000000001","version":null,"attributes":{},"labels":{}}}]},"b":{"long":"1"}}}""");

        Assert.AreEqual("account", ((EntityCollection)request["a"]!).Entities.Single().LogicalName);
        Assert.AreEqual(1L, request["b"]);
    }

    [TestMethod]
    public void A_job_that_deletes_minds_the_version_of_the_row()
    {
        using var world = new World();
        var id = world.Account();
        var version = world.Row("account", id).RowVersion;
        world.Service.Update(new Entity("account", id) { ["name"] = "Fabrikam" });

        world.Service.Execute(new ExecuteAsyncRequest
        {
            Request = new DeleteRequest
            {
                Target = new EntityReference("account", id) { RowVersion = version },
                ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
            },
        });
        world.Dataverse.Async.RunUntilIdle();

        Assert.AreEqual(SystemJobStatus.Failed, world.Dataverse.Async.List().Single().Status);
        Assert.AreEqual("Fabrikam", world.Row("account", id)["name"]);
    }

    [TestMethod]
    public void A_job_that_updates_finds_the_row_by_its_key()
    {
        using var world = new World();
        var id = world.Order(("fix_code", "A1"));

        world.Service.Execute(new ExecuteAsyncRequest
        {
            Request = new UpdateRequest { Target = new Entity("fix_order", "fix_code", "A1") { ["fix_name"] = "found" } },
        });
        world.Dataverse.Async.RunUntilIdle();

        Assert.AreEqual("found", world.Row("fix_order", id)["fix_name"]);
    }

    private static EntityReference Reference() =>
        new("account", "name", "Contoso") { Id = new Guid("00000000-0000-0000-0000-000000000009"), Name = "Con/toso", RowVersion = "5" };

    private static void AssertReference(EntityReference read) => Assert.AreEqual(
        ("account", Reference().Id, "Con/toso", "5", "Contoso"),
        (read.LogicalName, read.Id, read.Name, read.RowVersion, read.KeyAttributes["name"]));

    private static object Again(object value) =>
        RequestData.Read(RequestData.Write(new OrganizationRequest("X") { ["value"] = value }))["value"]!;
}
