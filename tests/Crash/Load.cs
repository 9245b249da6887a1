using System;
using System.Collections.Generic;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using CrmAddon.Crash.Steps;
using CrmAddon.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Crash;

/// <summary>
/// The child: two clients and two workers on one database, until it is killed. What is stored is said on the standard output only
/// after the call returned: <c>+ id</c> for a box, <c>- id</c> for a deleted one.
/// </summary>
internal sealed class Load(LocalDataverse dataverse, int seed)
{
    /// <summary>The balance of a new box.</summary>
    public const int Balance = 100;

    private const int Clients = 2;
    private readonly Lock _saying = new();

    public void Run()
    {
        dataverse.Async.StartWorkers(2);
        Say("ready");
        Thread[] clients = [.. Enumerable.Range(0, Clients).Select(i => new Thread(() => Work(new Random(seed + i))))];
        Array.ForEach(clients, c => c.Start());
        Array.ForEach(clients, c => c.Join());
    }

    private void Work(Random random)
    {
        var service = dataverse.CreateService();
        List<Guid> boxes = [.. Boxes(service)];
        while (true)
        {
            switch (random.Next(8))
            {
                case 0 or 1:
                    boxes.Add(CreateBox(service));
                    break;
                case 2:
                    boxes.AddRange(CreateBoxes(service, random.Next(1, 20)));
                    break;
                case 3:
                    boxes.Add(CreateFullBox(service, random.Next(1, 10)));
                    break;
                case 4 when boxes.Count > 1:
                    Move(service, boxes[random.Next(boxes.Count)], boxes[random.Next(boxes.Count)], random.Next(1, 10));
                    break;
                case 5 when boxes.Count > 0:
                    AddItems(service, boxes[random.Next(boxes.Count)], random.Next(1, 10));
                    break;
                case 6 when boxes.Count > 10:
                    var place = random.Next(boxes.Count);
                    Delete(service, boxes[place]);
                    boxes.RemoveAt(place);
                    break;
                default:
                    Try(() => service.Create(Box(Guid.NewGuid(), FillBox.Bad, 0)));
                    break;
            }
        }
    }

    private static IEnumerable<Guid> Boxes(IOrganizationService service) =>
        service.RetrieveMultiple(new QueryExpression("crash_box") { TopCount = 50 }).Entities.Select(b => b.Id);

    private static Entity Box(Guid id, string name, int items) =>
        new("crash_box", id) { ["crash_name"] = name, ["crash_items"] = items, ["crash_balance"] = Balance };

    private Guid CreateBox(IOrganizationService service)
    {
        var id = service.Create(Box(Guid.NewGuid(), "single", 0));
        Say($"+ {id}");
        return id;
    }

    private Guid[] CreateBoxes(IOrganizationService service, int count)
    {
        var response = (CreateMultipleResponse)service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([.. Enumerable.Range(0, count).Select(_ => Box(Guid.NewGuid(), "of many", 0))]) { EntityName = "crash_box" },
        });
        Say(string.Join('\n', response.Ids.Select(id => $"+ {id}")));
        return response.Ids;
    }

    private Guid CreateFullBox(IOrganizationService service, int items)
    {
        var id = Guid.NewGuid();
        var requests = new OrganizationRequestCollection { new CreateRequest { Target = Box(id, "with items", items) } };
        requests.AddRange(Enumerable.Range(0, items).Select(_ => new CreateRequest { Target = Item(id) }));
        service.Execute(new ExecuteTransactionRequest { Requests = requests });
        Say($"+ {id}");
        return id;
    }

    private static Entity Item(Guid box) => new("crash_item") { ["crash_name"] = "of a client", ["crash_boxid"] = new EntityReference("crash_box", box) };

    /// <summary>Moves balance from one box to another; another client may have deleted one of them.</summary>
    private static void Move(IOrganizationService service, Guid from, Guid to, int amount) => Try(() => service.Execute(new ExecuteTransactionRequest
    {
        Requests = [Change(service, from, -amount), Change(service, to, from == to ? 0 : amount)],
    }));

    private static UpdateRequest Change(IOrganizationService service, Guid id, int amount)
    {
        var box = service.Retrieve("crash_box", id, new ColumnSet("crash_balance"));
        return new UpdateRequest
        {
            Target = new Entity("crash_box", id) { RowVersion = box.RowVersion, ["crash_balance"] = box.GetAttributeValue<int>("crash_balance") + amount },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        };
    }

    private static void AddItems(IOrganizationService service, Guid box, int count) => Try(() =>
    {
        var row = service.Retrieve("crash_box", box, new ColumnSet("crash_items"));
        service.Execute(new ExecuteTransactionRequest
        {
            Requests =
            [
                new UpdateRequest
                {
                    Target = new Entity("crash_box", box) { RowVersion = row.RowVersion, ["crash_items"] = row.GetAttributeValue<int>("crash_items") + count },
                    ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
                },
                new CreateMultipleRequest { Targets = new EntityCollection([.. Enumerable.Range(0, count).Select(_ => Item(box))]) { EntityName = "crash_item" } },
            ],
        });
    });

    private void Delete(IOrganizationService service, Guid box) => Try(() =>
    {
        service.Delete("crash_box", box);
        Say($"- {box}");
    });

    private static void Try(Action call)
    {
        try
        {
            call();
        }
        catch (FaultException<OrganizationServiceFault>)
        {
            // Refused, gone or changed in the meantime: nothing of it may be left, which the checks look at.
        }
    }

    private void Say(string line)
    {
        lock (_saying)
        {
            Console.Out.Write(line + "\n");
            Console.Out.Flush();
        }
    }
}
