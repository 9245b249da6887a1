using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.DataverseClient.Tests.Same;

/// <summary>Rows written and read over the wire are those that the service in process writes and reads.</summary>
[TestClass]
public sealed class RowTests
{
    private static readonly ColumnSet All = new(true);
    private static Twins _twins = null!;

    [ClassInitialize]
    public static async Task Start(TestContext _) => _twins = await Twins.StartAsync();

    [ClassCleanup]
    public static async Task Stop() => await _twins.DisposeAsync();

    public static IEnumerable<object?[]> Values =>
    [
        ["fix_code", "A 1/ü'\"\\"], ["fix_code", ""], ["fix_notes", "line 1\nline 2\t<&>"], ["fix_amount", new Money(1234.56m)], ["fix_amount", new Money(-0.005m)],
        ["fix_rate", 12345678901.0123456789m], ["fix_rate", -0.0000000001m], ["fix_weight", 1.005m], ["fix_quantity", 0], ["fix_quantity", 1000],
        ["fix_share", 0.1], ["fix_share", 1e10], ["fix_due", new DateTime(2026, 3, 31)], ["fix_due", Orders.Time("2026-03-31T23:59:59Z")],
        ["fix_seenon", Orders.Time("2026-03-31T23:59:59Z")], ["fix_seenon", new DateTime(2026, 7, 1, 12, 0, 0, DateTimeKind.Unspecified)],
        ["fix_kind", Orders.Kind(1)], ["fix_urgent", false], ["fix_urgent", true], ["fix_urgent", null], ["fix_amount", null],
        ["fix_customerid", null], ["fix_tags", null], ["fix_name", null], ["statuscode", new OptionSetValue(2)],
    ];

    public static IEnumerable<object?[]> WrongValues =>
    [
        ["fix_code", new string('x', 21)], ["fix_quantity", 1001], ["fix_quantity", -1], ["fix_kind", new OptionSetValue(77)], ["fix_nothing", 1],
        ["fix_amount", new Money(1e12m)], ["statuscode", new OptionSetValue(99)],
    ];

    [TestMethod]
    [DynamicData(nameof(Values))]
    public void A_value_is_created_and_read(string column, object? value)
    {
        var id = 1000 + (HashOf(column, value) % 100_000);
        _twins.Do(service =>
        {
            service.Create(Orders.Order(id, (column, value)));
            return ReadAndDelete(service, id, All);
        });
    }

    [TestMethod]
    [DynamicData(nameof(Values))]
    public void A_value_is_changed_and_read(string column, object? value)
    {
        var id = 200_000 + (HashOf(column, value) % 100_000);
        _twins.Do(service =>
        {
            service.Create(Orders.Order(id, ("fix_amount", new Money(1m)), ("fix_kind", Orders.Kind(1)), ("fix_urgent", true)));
            service.Update(new Entity("fix_order", Orders.Id(id)) { [column] = value });
            return ReadAndDelete(service, id, new ColumnSet(column, "fix_name"));
        });
    }

    [TestMethod]
    [DynamicData(nameof(WrongValues))]
    public void A_wrong_value_is_refused_in_the_same_words(string column, object? value)
    {
        var id = 400_000 + (HashOf(column, value) % 100_000);
        _twins.Refused(service => service.Create(Orders.Order(id, (column, value))));
        _twins.Do(service => service.Create(Orders.Order(id)));
        _twins.Refused(service => service.Update(new Entity("fix_order", Orders.Id(id)) { [column] = value }));
    }

    [TestMethod]
    public void Lookups_of_several_tables_are_set_read_and_emptied()
    {
        _twins.Do(service =>
        {
            var account = service.Account(1);
            service.Create(new Entity("contact", Orders.Id(2)) { ["lastname"] = "Lee" });
            service.Create(Orders.Order(3, ("fix_customerid", account)));
            service.Create(Orders.Order(4, ("fix_customerid", new EntityReference("contact", Orders.Id(2))), ("fix_parentid", new EntityReference("fix_order", Orders.Id(3)))));
            return new object[]
            {
                service.Retrieve("fix_order", Orders.Id(3), new ColumnSet("fix_customerid", "ownerid", "createdby")),
                service.Retrieve("fix_order", Orders.Id(4), All),
            };
        });
        _twins.Do(service =>
        {
            service.Update(new Entity("fix_order", Orders.Id(4)) { ["fix_customerid"] = null, ["fix_parentid"] = null });
            return service.Retrieve("fix_order", Orders.Id(4), All);
        });
        _twins.Refused(service => service.Create(Orders.Order(5, ("fix_customerid", new EntityReference("account", Orders.Id(999_999))))));
    }

    [TestMethod]
    public void Choices_are_kept_in_their_order() => _twins.Do(service =>
    {
        service.Create(Orders.Order(10, ("fix_tags", new OptionSetValueCollection([Orders.Kind(2), Orders.Kind(0)]))));
        return service.Retrieve("fix_order", Orders.Id(10), new ColumnSet("fix_tags"));
    });

    [TestMethod]
    public void A_row_is_found_by_its_key_and_written_by_it()
    {
        KeyAttributeCollection key = new() { ["fix_code"] = "it's 100% / ü" };
        _twins.Do(service => ((UpsertResponse)service.Execute(new UpsertRequest { Target = new Entity("fix_order", key) { ["fix_name"] = "first" } })).RecordCreated);
        _twins.Do(service => ((UpsertResponse)service.Execute(new UpsertRequest { Target = new Entity("fix_order", key) { ["fix_name"] = "second" } })).RecordCreated);
        _twins.Do(service => ((RetrieveResponse)service.Execute(
            new RetrieveRequest { Target = new EntityReference("fix_order", key), ColumnSet = new ColumnSet("fix_name", "fix_code") })).Entity.GetAttributeValue<string>("fix_name"));
        _twins.Do(service => service.Update(new Entity("fix_order", key) { ["fix_name"] = "third" }));
        _twins.Refused(service => service.Update(new Entity("fix_order", new KeyAttributeCollection { ["fix_code"] = "none" }) { ["fix_name"] = "x" }));
        _twins.Do(service => service.Execute(new DeleteRequest { Target = new EntityReference("fix_order", key) }));
    }

    [TestMethod]
    public void An_upsert_by_id_creates_and_then_changes() => _twins.Do(service => new object[]
    {
        service.Execute(new UpsertRequest { Target = Orders.Order(20) }),
        service.Execute(new UpsertRequest { Target = Orders.Order(20, ("fix_quantity", 5)) }),
        service.Retrieve("fix_order", Orders.Id(20), new ColumnSet("fix_quantity")),
    });

    [TestMethod]
    public void What_is_not_there_is_refused_in_the_same_words()
    {
        _twins.Refused(service => service.Retrieve("fix_order", Orders.Id(777_777), All));
        _twins.Refused(service => service.Update(new Entity("fix_order", Orders.Id(777_777)) { ["fix_name"] = "x" }));
        _twins.Refused(service => service.Delete("fix_order", Orders.Id(777_777)));
        _twins.Refused(service => service.Create(new Entity("fix_nothing")));
        _twins.Refused(service => service.Retrieve("fix_nothing", Orders.Id(1), All));
        _twins.Refused(service => service.Retrieve("fix_order", Orders.Id(1), new ColumnSet("fix_nothing")));
        _twins.Do(service => service.Create(Orders.Order(30)));
        _twins.Refused(service => service.Create(Orders.Order(30)));
    }

    [TestMethod]
    public void A_stale_version_is_refused()
    {
        _twins.Do(service => service.Create(Orders.Order(40)));
        _twins.Refused(service =>
        {
            var row = service.Retrieve("fix_order", Orders.Id(40), new ColumnSet("fix_name"));
            service.Update(new Entity("fix_order", Orders.Id(40)) { ["fix_quantity"] = 1 });
            Change(service, row.RowVersion);
        });
        _twins.Do(service => Change(service, service.Retrieve("fix_order", Orders.Id(40), new ColumnSet(false)).RowVersion));
        _twins.Refused(service => Change(service, null));
        _twins.Refused(service => service.Execute(new DeleteRequest
        {
            Target = new EntityReference("fix_order", Orders.Id(40)) { RowVersion = "1" },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        }));

        static void Change(IOrganizationService service, string? version) => service.Execute(new UpdateRequest
        {
            Target = new Entity("fix_order", Orders.Id(40)) { ["fix_quantity"] = 2, RowVersion = version },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        });
    }

    [TestMethod]
    public void Rows_of_many_are_all_written_or_none()
    {
        _twins.Do(service => service.Execute(new CreateMultipleRequest { Targets = Rows(Orders.Order(50, ("fix_code", "m1")), Orders.Order(51)) }));
        _twins.Do(service => service.Execute(new UpdateMultipleRequest { Targets = Rows(Orders.Order(50, ("fix_quantity", 7)), Orders.Order(51, ("fix_quantity", 8))) }));
        _twins.Refused(service => service.Execute(new CreateMultipleRequest { Targets = Rows(Orders.Order(52), Orders.Order(50)) }));
        _twins.Refused(service => service.Retrieve("fix_order", Orders.Id(52), All));
        // The Web API does not tell which rows an UpsertMultiple created; the rows do.
        _twins.Do(service =>
        {
            service.Execute(new UpsertMultipleRequest
            {
                Targets = Rows(Orders.Order(53), new Entity("fix_order", new KeyAttributeCollection { ["fix_code"] = "m1" }) { ["fix_name"] = "by key" }),
            });
            return service.RetrieveMultiple(new QueryExpression("fix_order")
            {
                ColumnSet = new ColumnSet("fix_name", "fix_quantity"),
                Criteria = { Conditions = { new ConditionExpression("fix_orderid", ConditionOperator.In, Orders.Id(50), Orders.Id(51), Orders.Id(53)) } },
                Orders = { new OrderExpression("fix_orderid", OrderType.Ascending) },
            });
        });

        static EntityCollection Rows(params Entity[] rows) => new(rows) { EntityName = "fix_order" };
    }

    [TestMethod]
    public void Rows_are_related_and_parted()
    {
        _twins.Do(service =>
        {
            service.Account(60);
            service.Create(Orders.Order(61));
            service.Create(Orders.Order(62));
            service.Create(Orders.Order(63));
        });
        EntityReferenceCollection two = [new EntityReference("fix_order", Orders.Id(62)), new EntityReference("fix_order", Orders.Id(63))];
        foreach (var (table, id, relation, role) in new (string, int, string, EntityRole?)[]
            { ("fix_order", 61, "fix_Order_Parent", EntityRole.Referenced), ("account", 60, "fix_Order_Account", null) })
        {
            _twins.Do(service => service.Associate(table, Orders.Id(id), new Relationship(relation) { PrimaryEntityRole = role }, two));
            _twins.Do(service => service.Retrieve("fix_order", Orders.Id(62), All));
            _twins.Do(service => service.Disassociate(table, Orders.Id(id), new Relationship(relation) { PrimaryEntityRole = role }, two));
            _twins.Do(service => service.Retrieve("fix_order", Orders.Id(62), All));
        }

        foreach (var role in new[] { EntityRole.Referencing, EntityRole.Referenced })
        {
            _twins.Do(service => service.Associate("fix_order", Orders.Id(61), new Relationship("fix_order_follows") { PrimaryEntityRole = role }, two));
            _twins.Do(Pairs);
            _twins.Do(service => service.Disassociate("fix_order", Orders.Id(61), new Relationship("fix_order_follows") { PrimaryEntityRole = role }, two));
            _twins.Do(Pairs);
        }

        _twins.Refused(service => service.Associate("fix_order", Orders.Id(61), new Relationship("fix_order_follows"), two));
        _twins.Refused(service => service.Associate("fix_order", Orders.Id(61), new Relationship("fix_nothing"), two));
        _twins.Refused(service => service.Associate("contact", Orders.Id(61), new Relationship("fix_Order_Account"), two));
    }

    [TestMethod]
    public void Related_rows_are_created_with_their_parent()
    {
        var account = new Entity("account", Orders.Id(70)) { ["name"] = "with orders" };
        account.RelatedEntities[new Relationship("fix_Order_Account")] = new EntityCollection([Orders.Order(71), Orders.Order(72)]) { EntityName = "fix_order" };
        _twins.Do(service =>
        {
            service.Create(account);
            return service.Retrieve("fix_order", Orders.Id(72), new ColumnSet("fix_customerid"));
        });
    }

    [TestMethod]
    public void States_and_owners_are_changed_by_their_messages()
    {
        _twins.Do(service =>
        {
            service.Create(Orders.Order(80));
            service.Create(new Entity("systemuser", Orders.Id(81))
            {
                ["lastname"] = "Lee", ["domainname"] = "lee@example.com", ["businessunitid"] = service.Retrieve("systemuser", Me(service), new ColumnSet("businessunitid"))["businessunitid"],
            });
            var role = new QueryByAttribute("role");
            role.AddAttributeValue("name", "System Administrator");
            service.Associate("systemuser", Orders.Id(81), new Relationship("systemuserroles_association"), [service.RetrieveMultiple(role).Entities[0].ToEntityReference()]);
            service.Execute(new SetStateRequest
            {
                EntityMoniker = new EntityReference("fix_order", Orders.Id(80)), State = new OptionSetValue(1), Status = new OptionSetValue(3),
            });
            return service.Retrieve("fix_order", Orders.Id(80), new ColumnSet("statecode", "statuscode"));
        });
        _twins.Do(service => service.Execute(new AssignRequest
        {
            Target = new EntityReference("fix_order", Orders.Id(80)), Assignee = new EntityReference("systemuser", Orders.Id(81)),
        }));
        _twins.Do(service => service.Retrieve("fix_order", Orders.Id(80), new ColumnSet("ownerid", "owningbusinessunit")));
        _twins.Do(service => service.Execute(new WhoAmIRequest()));
        _twins.Do(service =>
        {
            service.Create(Orders.Order(82));
            service.Execute(new SetStateRequest
            {
                EntityMoniker = new EntityReference("fix_order", Orders.Id(82)), State = new OptionSetValue(1), Status = new OptionSetValue(-1),
            });
            return service.Retrieve("fix_order", Orders.Id(82), new ColumnSet("statecode", "statuscode"));
        });
    }

    // Which order follows which; the rows' own ids are each environment's.
    private static object Pairs(IOrganizationService service) => service.RetrieveMultiple(new QueryExpression("fix_order_follow") { ColumnSet = new ColumnSet(true) })
        .Entities.Select(row => string.Join(" ", row.Attributes.Where(column => column.Key.StartsWith("fix_orderid", StringComparison.Ordinal))
            .OrderBy(column => column.Key, StringComparer.Ordinal).Select(column => $"{column.Key}={Described.Of(column.Value)}"))).Order(StringComparer.Ordinal).ToList();

    // No other row may have its key.
    private static Entity ReadAndDelete(IOrganizationService service, int id, ColumnSet columns)
    {
        var row = service.Retrieve("fix_order", Orders.Id(id), columns);
        service.Delete("fix_order", Orders.Id(id));
        return row;
    }

    private static Guid Me(IOrganizationService service) => ((WhoAmIResponse)service.Execute(new WhoAmIRequest())).UserId;

    // The same in every run, unlike the hash of .NET.
    private static int HashOf(string column, object? value)
    {
        var hash = 17;
        foreach (var character in column + Described.Of(value))
            hash = unchecked((hash * 31) + character);
        return hash & int.MaxValue;
    }
}
