using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>Batches and transactions come out as in process.</summary>
[TestClass]
public sealed class BatchTests
{
    private static Twins _twins = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => _twins = await Twins.StartAsync();

    [ClassCleanup]
    public static async Task Stop() => await _twins.DisposeAsync();

    [TestMethod]
    [DataRow(true, true)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    [DataRow(false, false)]
    public void A_batch_goes_on_after_a_fault_only_if_told_to(bool continues, bool responses)
    {
        var first = 1000 + (continues ? 100 : 0) + (responses ? 10 : 0);
        _twins.Do(service => service.Execute(new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = continues, ReturnResponses = responses },
            Requests =
            [
                new CreateRequest { Target = Orders.Order(first) },
                new UpdateRequest { Target = new Entity("fix_order", Orders.Id(first)) { ["fix_quantity"] = 3, ["fix_notes"] = "ü\r\n--batch_x\r\n" } },
                new RetrieveRequest { Target = new EntityReference("fix_order", Orders.Id(first)), ColumnSet = new ColumnSet("fix_quantity", "fix_notes") },
                new UpdateRequest { Target = new Entity("fix_order", Orders.Id(999_999)) { ["fix_quantity"] = 3 } },
                new CreateRequest { Target = new Entity("fix_order", Orders.Id(first + 1)) { ["fix_nothing"] = 1 } },
                new DeleteRequest { Target = new EntityReference("fix_order", Orders.Id(first)) },
                new WhoAmIRequest(),
            ],
        }));
        _twins.Try(service => service.Retrieve("fix_order", Orders.Id(first), new ColumnSet("fix_name")));
    }

    [TestMethod]
    public void A_transaction_is_done_whole()
    {
        _twins.Do(service => service.Execute(new ExecuteTransactionRequest
        {
            ReturnResponses = true,
            Requests =
            [
                new CreateRequest { Target = Orders.Order(10) },
                new UpsertRequest { Target = Orders.Order(11) },
                new UpdateRequest { Target = new Entity("fix_order", Orders.Id(10)) { ["fix_quantity"] = 3 } },
                new DeleteRequest { Target = new EntityReference("fix_order", Orders.Id(11)) },
            ],
        }));
        _twins.Do(service => service.Retrieve("fix_order", Orders.Id(10), new ColumnSet("fix_quantity")));
        _twins.Refused(service => service.Retrieve("fix_order", Orders.Id(11), new ColumnSet("fix_quantity")));
    }

    [TestMethod]
    public void A_transaction_that_fails_leaves_nothing_and_says_where()
    {
        _twins.Refused(service => service.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                new CreateRequest { Target = Orders.Order(20) },
                new CreateRequest { Target = Orders.Order(21, ("fix_quantity", -5)) },
                new CreateRequest { Target = Orders.Order(22) },
            ],
        }));
        _twins.Refused(service => service.Retrieve("fix_order", Orders.Id(20), new ColumnSet("fix_quantity")));
        _twins.Refused(service => service.Execute(new ExecuteTransactionRequest
        {
            Requests = [new CreateRequest { Target = Orders.Order(23) }, new CreateRequest { Target = new Entity("fix_order") { ["fix_nothing"] = 1 } }],
        }));
        _twins.Refused(service => service.Retrieve("fix_order", Orders.Id(23), new ColumnSet("fix_quantity")));
    }

    [TestMethod]
    public void Nothing_to_do_is_done() => _twins.Do(service => service.Execute(new ExecuteMultipleRequest
    {
        Settings = new ExecuteMultipleSettings { ReturnResponses = true }, Requests = [],
    }));

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_batch_has_transactions_in_it(bool continues)
    {
        var first = continues ? 2000 : 2100;
        _twins.Do(service => service.Execute(new ExecuteMultipleRequest
        {
            Settings = new ExecuteMultipleSettings { ContinueOnError = continues, ReturnResponses = true },
            Requests =
            [
                new ExecuteTransactionRequest
                {
                    ReturnResponses = true,
                    Requests = [new CreateRequest { Target = Orders.Order(first) }, new CreateRequest { Target = Orders.Order(first + 1) }],
                },
                new ExecuteTransactionRequest { Requests = [] },
                new ExecuteTransactionRequest
                {
                    Requests = [new CreateRequest { Target = Orders.Order(first + 2) }, new CreateRequest { Target = Orders.Order(first + 3, ("fix_quantity", -5)) }],
                },
                new CreateRequest { Target = Orders.Order(first + 4) },
            ],
        }));
        for (var number = first; number < first + 5; number++)
            _twins.Try(service => service.Retrieve("fix_order", Orders.Id(number), new ColumnSet("fix_name")));
    }
}
