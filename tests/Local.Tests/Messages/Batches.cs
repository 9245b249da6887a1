using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class Batches
{
    [TestMethod]
    public void A_multiple_message_stores_all_rows_or_none()
    {
        using var world = new World();

        World.Refused(ErrorCodes.DuplicateRecordEntityKey, "fix_code = b", () => world.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([World.OrderRow(("fix_code", "a")), World.OrderRow(("fix_code", "b")), World.OrderRow(("fix_code", "b"))]),
        }));

        Assert.IsEmpty(world.All("fix_order"));
        World.Refused(ErrorCodes.InvalidArgument, "must be of one table", () => world.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([World.OrderRow(), new Entity("fix_note")]),
        }));
        World.Refused(ErrorCodes.InvalidArgument, "Targets is empty", () => world.Service.Execute(new CreateMultipleRequest { Targets = new EntityCollection() }));
    }

    [TestMethod]
    public void An_upsert_by_key_creates_once_and_updates_then()
    {
        using var world = new World();
        UpsertResponse Upsert(int quantity) => (UpsertResponse)world.Service.Execute(new UpsertRequest
        {
            Target = new Entity("fix_order", "fix_code", "k") { ["fix_name"] = "order", ["fix_quantity"] = quantity },
        });

        var first = Upsert(1);
        var second = Upsert(2);

        Assert.IsTrue(first.RecordCreated);
        Assert.IsFalse(second.RecordCreated);
        Assert.AreEqual(first.Target.Id, second.Target.Id);
        var row = world.Row("fix_order", world.All("fix_order").Single().Id);
        Assert.AreEqual(("k", 2), (row["fix_code"], row["fix_quantity"]));
    }

    [TestMethod]
    public void Upserts_of_several_columns_and_rows()
    {
        using var world = new World();
        var order = new EntityReference("fix_order", world.Order());
        var rows = new EntityCollection([Line("a", 1), Line("b", 2)]);
        world.Service.Execute(new UpsertMultipleRequest { Targets = rows });

        var response = (UpsertMultipleResponse)world.Service.Execute(
            new UpsertMultipleRequest { Targets = new EntityCollection([Line("c", 3), Line("a", 9)]) });

        CollectionAssert.AreEqual(new[] { true, false }, response.Results.Select(r => r.RecordCreated).ToArray());
        CollectionAssert.AreEquivalent(
            new[] { "a 9", "b 2", "c 3" },
            world.All("fix_line", "fix_text", "fix_units").Select(l => FormattableString.Invariant($"{l["fix_text"]} {l["fix_units"]}")).ToArray());

        Entity Line(string text, decimal units) => new("fix_line")
        {
            KeyAttributes = { ["fix_orderid"] = order, ["fix_text"] = text },
            ["fix_units"] = units,
        };
    }

    [TestMethod]
    public void Rows_are_named_by_key_in_references_updates_and_retrievals()
    {
        using var world = new World();
        var parent = world.Order(("fix_code", "parent"));
        var child = world.Order(("fix_parentid", new EntityReference("fix_order", "fix_code", "parent")));

        world.Service.Update(new Entity("fix_order", "fix_code", "PARENT") { ["fix_quantity"] = 4 });
        var row = ((RetrieveResponse)world.Service.Execute(new RetrieveRequest
        {
            Target = new EntityReference("fix_order", "fix_code", "parent"),
            ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet("fix_quantity"),
        })).Entity;

        Assert.AreEqual((parent, 4), (row.Id, row["fix_quantity"]));
        Assert.AreEqual(parent, ((EntityReference)world.Row("fix_order", child)["fix_parentid"]!).Id);
        World.Refused(
            ErrorCodes.RecordNotFoundByEntityKey, "fix_code = no", () => world.Service.Update(new Entity("fix_order", "fix_code", "no") { ["fix_quantity"] = 4 }));
        World.Refused(
            ErrorCodes.InvalidArgument, "are no alternate key", () => world.Service.Update(new Entity("fix_order", "fix_name", "x") { ["fix_quantity"] = 4 }));
    }

    [TestMethod]
    public void A_transaction_of_requests_is_all_or_nothing()
    {
        using var world = new World();
        var id = Guid.NewGuid();
        ExecuteTransactionRequest Request(params OrganizationRequest[] requests)
        {
            var collection = new OrganizationRequestCollection();
            collection.AddRange(requests);
            return new ExecuteTransactionRequest { Requests = collection, ReturnResponses = true };
        }

        World.Refused(ErrorCodes.ObjectDoesNotExist, "Does Not Exist", () => world.Service.Execute(Request(
            new CreateRequest { Target = World.OrderRow() },
            new UpdateRequest { Target = new Entity("fix_order", Guid.NewGuid()) { ["fix_quantity"] = 1 } })));
        Assert.IsEmpty(world.All("fix_order"));
        Assert.AreEqual(1, ((ExecuteTransactionFault)World.Fault(() => world.Service.Execute(Request(
            new CreateRequest { Target = World.OrderRow() },
            new DeleteRequest { Target = new EntityReference("fix_order", Guid.NewGuid()) })))).FaultedRequestIndex);

        var response = (ExecuteTransactionResponse)world.Service.Execute(Request(
            new CreateRequest { Target = new Entity("fix_order", id) { ["fix_name"] = "a" } },
            new UpdateRequest { Target = new Entity("fix_order", id) { ["fix_quantity"] = 1 } }));
        Assert.AreEqual(id, ((CreateResponse)response.Responses[0]).id);
        Assert.AreEqual(1, world.Row("fix_order", id)["fix_quantity"]);
    }

    [TestMethod]
    public void Several_requests_each_for_itself()
    {
        using var world = new World();
        ExecuteMultipleResponse Execute(bool goOn) => (ExecuteMultipleResponse)world.Service.Execute(new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = goOn, ReturnResponses = true },
            Requests =
            [
                new CreateRequest { Target = World.OrderRow() },
                new CreateRequest { Target = World.OrderRow(("fix_quantity", -1)) },
                new CreateRequest { Target = World.OrderRow() },
            ],
        });

        var stopped = Execute(goOn: false);
        Assert.IsTrue(stopped.IsFaulted);
        CollectionAssert.AreEqual(new[] { 0, 1 }, stopped.Responses.Select(r => r.RequestIndex).ToArray());
        Assert.AreEqual(ErrorCodes.ValueOutOfRange, stopped.Responses[1].Fault!.ErrorCode);
        Assert.HasCount(1, world.All("fix_order"));

        Assert.HasCount(3, Execute(goOn: true).Responses);
        Assert.HasCount(3, world.All("fix_order"));
    }

    [TestMethod]
    public void A_batch_in_a_batch_and_a_missing_request_fault_for_themselves()
    {
        using var world = new World();
        var requests = new OrganizationRequestCollection
        {
            new CreateRequest { Target = World.OrderRow() },
            new ExecuteMultipleRequest { Requests = [new CreateRequest { Target = World.OrderRow() }] },
            null!,
            new CreateRequest { Target = World.OrderRow() },
        };

        var response = (ExecuteMultipleResponse)world.Service.Execute(new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = true, ReturnResponses = true },
            Requests = requests,
        });

        StringAssert.Contains(response.Responses[1].Fault!.Message, "ExecuteMultiple can't be part of ExecuteMultiple (request 1)");
        StringAssert.Contains(response.Responses[2].Fault!.Message, "request 2 is null");
        Assert.IsInstanceOfType<CreateResponse>(response.Responses[3].Response);
        Assert.HasCount(2, world.All("fix_order"));
        World.Refused(ErrorCodes.InvalidArgument, "request 1", () => world.Service.Execute(new ExecuteTransactionRequest { Requests = requests }));
        World.Refused(
            ErrorCodes.InvalidArgument, "request 0 is null", () => world.Service.Execute(new ExecuteTransactionRequest { Requests = [null!] }));
        Assert.HasCount(2, world.All("fix_order"));
    }

    [TestMethod]
    public void A_batch_of_more_than_a_thousand_requests_is_refused_before_the_first()
    {
        using var world = new World();
        ExecuteMultipleRequest Batch(int count)
        {
            var requests = new OrganizationRequestCollection { new CreateRequest { Target = World.OrderRow() } };
            requests.AddRange(Enumerable.Range(1, count - 1).Select(_ => new WhoAmIRequest()));
            return new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = requests };
        }

        var fault = World.Fault(() => world.Service.Execute(Batch(1001)));

        Assert.AreEqual(1000, fault.ErrorDetails["MaxBatchSize"]);
        Assert.IsEmpty(world.All("fix_order"));
        world.Service.Execute(Batch(1000));
        Assert.HasCount(1, world.All("fix_order"));
    }

    [TestMethod]
    public void A_seed_of_an_undone_transaction_is_forgotten()
    {
        using var world = new World();
        var seed = new SetAutoNumberSeedRequest { EntityName = "fix_order", AttributeName = "fix_number", Value = 9000 };
        world.Order();

        World.Fault(() => world.Service.Execute(new ExecuteTransactionRequest
        {
            Requests = [seed, new CreateRequest { Target = World.OrderRow() }, new DeleteRequest { Target = new EntityReference("fix_order", Guid.NewGuid()) }],
        }));
        Assert.AreEqual("ORD-01001", world.Row("fix_order", world.Order())["fix_number"]);
        World.Fault(() => world.Service.Execute(new ExecuteTransactionRequest
        {
            Requests = [new CreateRequest { Target = World.OrderRow() }, seed, new DeleteRequest { Target = new EntityReference("fix_order", Guid.NewGuid()) }],
        }));
        world.Order(("fix_name", "saves the counters"));
        world.Reopen();

        Assert.AreEqual("ORD-01004", world.Row("fix_order", world.Order())["fix_number"]);
    }

    [TestMethod]
    public void Who_am_I()
    {
        using var world = new World();
        var answer = (WhoAmIResponse)world.Service.Execute(new WhoAmIRequest());

        Assert.AreEqual((world.Dataverse.SystemUserId, world.Dataverse.OrganizationId, world.Dataverse.RootBusinessUnitId), (answer.UserId, answer.OrganizationId, answer.BusinessUnitId));
    }

    [TestMethod]
    public void A_custom_api_checks_its_parameters_and_answers()
    {
        using var world = new World(plugins: true);
        OrganizationRequest Request(params (string Name, object? Value)[] parameters)
        {
            var request = new OrganizationRequest("fix_Double");
            foreach (var (name, value) in parameters)
            {
                request[name] = value;
            }

            return request;
        }

        Assert.AreEqual(42, world.Service.Execute(Request(("fix_Number", 21)))["fix_Result"]);
        CollectionAssert.AreEqual(new[] { "fix_Double 30" }, world.Traces());
        World.Refused(ErrorCodes.InvalidArgument, "'fix_Number' is missing", () => world.Service.Execute(Request(("fix_Text", "x"))));
        World.Refused(ErrorCodes.InvalidArgument, "'fix_Number' is a Integer, but a String was given", () => world.Service.Execute(Request(("fix_Number", "21"))));
        World.Refused(ErrorCodes.InvalidArgument, "no request parameter 'fix_Other'", () => world.Service.Execute(Request(("fix_Number", 1), ("fix_Other", 1))));
        World.Refused(ErrorCodes.InvalidArgument, "but a String was answered", () => world.Service.Execute(Request(("fix_Number", -1))));
    }
}
