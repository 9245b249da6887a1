using System;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class RefusingRows
{
    [TestMethod]
    public void Values_that_a_column_does_not_take_are_refused_with_the_platforms_code()
    {
        using var world = new World();
        Check(ErrorCodes.StringLengthTooLong, "maximum allowed length of '20'", ("fix_code", new string('x', 21)));
        Check(ErrorCodes.StringLengthTooLong, "maximum allowed length of '100'", ("fix_notes", new string('x', 101)));
        Check(ErrorCodes.ValueOutOfRange, "0 to 1000", ("fix_quantity", 1001));
        Check(ErrorCodes.ValueOutOfRange, "-0.01", ("fix_weight", -0.01m));
        Check(ErrorCodes.ValueOutOfRange, "-1000000 to 1000000000", ("fix_amount", new Money(1_000_000_000.01m)));
        Check(ErrorCodes.PicklistValueOutOfRange, "770000000,770000001,770000002", ("fix_kind", new OptionSetValue(5)));
        Check(ErrorCodes.PicklistValueOutOfRange, "5", ("fix_tags", new OptionSetValueCollection([new(5)])));
        Check(ErrorCodes.ObjectDoesNotExist, "'account' With Id", ("fix_customerid", new EntityReference("account", Guid.NewGuid())));
        Check(ErrorCodes.InvalidArgument, "account or contact", ("fix_customerid", new EntityReference("fix_order", Guid.NewGuid())));
        Check(ErrorCodes.InvalidArgument, "Money is expected", ("fix_amount", 5m));
        Check(ErrorCodes.InvalidArgument, "String is expected", ("fix_name", 5));
        Check(ErrorCodes.InvalidDateTime, "1753", ("fix_seenon", new DateTime(1752, 12, 31)));
        Check(ErrorCodes.QueryBuilderNoAttribute, "Name = 'fix_nothing'", ("fix_nothing", 1));

        Assert.IsEmpty(world.All("fix_order"));

        void Check(int code, string part, (string Column, object? Value) value) => World.Refused(code, part, () => world.Order(value));
    }

    [TestMethod]
    public void A_row_without_what_the_platform_requires_is_refused()
    {
        using var world = new World();

        World.Refused(ErrorCodes.InvalidArgument, "Required field 'fix_orderid' is missing", () => world.Service.Create(new Entity("fix_line")));
    }

    [TestMethod]
    public void Missing_rows_and_tables_are_named()
    {
        using var world = new World();
        var id = Guid.NewGuid();

        World.Refused(ErrorCodes.ObjectDoesNotExist, $"'fix_order' With Id = {id}", () => world.Row("fix_order", id));
        World.Refused(ErrorCodes.ObjectDoesNotExist, "Does Not Exist", () => world.Service.Update(new Entity("fix_order", id) { ["fix_quantity"] = 1 }));
        World.Refused(ErrorCodes.ObjectDoesNotExist, "Does Not Exist", () => world.Service.Delete("fix_order", id));
        World.Refused(ErrorCodes.QueryBuilderNoEntity, "'fix_nothing'", () => world.Service.Create(new Entity("fix_nothing")));
        World.Refused(ErrorCodes.QueryBuilderNoAttribute, "'nothing'", () => world.Service.Retrieve("fix_order", id, new ColumnSet("nothing")));
        World.Refused(ErrorCodes.InvalidArgument, "Entity Id must be specified", () => world.Service.Update(new Entity("fix_order") { ["fix_quantity"] = 1 }));
        World.Refused(ErrorCodes.InvalidArgument, "'SendEmail' is not supported", () => world.Service.Execute(new OrganizationRequest("SendEmail")));
        World.Refused(ErrorCodes.InvalidArgument, "'Target' is missing", () => world.Service.Execute(new OrganizationRequest("Create")));
    }

    [TestMethod]
    public void A_key_is_unique_without_regard_to_case_and_only_where_it_has_a_value()
    {
        using var world = new World();
        world.Order(("fix_code", "abc"));
        var other = world.Order();
        world.Order();

        World.Refused(ErrorCodes.DuplicateRecordEntityKey, "fix_code = ABC", () => world.Order(("fix_code", "ABC")));
        World.Refused(ErrorCodes.DuplicateRecordEntityKey, "key Code of fix_order", () => world.Service.Update(new Entity("fix_order", other) { ["fix_code"] = "abc" }));
        World.Refused(ErrorCodes.DuplicateRecord, other.ToString(), () => world.Service.Create(new Entity("fix_order", other)));
        Assert.HasCount(3, world.All("fix_order"));
    }

    [TestMethod]
    public void States_and_transitions_are_kept()
    {
        using var world = new World();
        var id = world.Order();
        Set(status: 2);
        Assert.AreEqual((0, 2), State());

        World.Refused(ErrorCodes.InvalidStateCodeStatusCode, "from 2 (Checked) to 1 (New)", () => Set(status: 1));
        World.Refused(ErrorCodes.InvalidStateCodeStatusCode, "3 is not a valid status code for state code 0", () => Set(status: 3));
        World.Refused(ErrorCodes.PicklistValueOutOfRange, "9", () => Set(state: 9));

        Set(state: 1);
        Assert.AreEqual((1, 3), State(), "the default status of the state");
        World.Refused(ErrorCodes.InvalidStateCodeStatusCode, "from 3 (Delivered) to 1 (New)", () => Set(state: 0));
        Set(state: 1, status: 3);

        void Set(int? state = null, int? status = null)
        {
            var row = new Entity("fix_order", id);
            if (state is { } s)
            {
                row["statecode"] = new OptionSetValue(s);
            }

            if (status is { } r)
            {
                row["statuscode"] = new OptionSetValue(r);
            }

            world.Service.Update(row);
        }

        (int State, int Status) State()
        {
            var row = world.Row("fix_order", id);
            return (((OptionSetValue)row["statecode"]!).Value, ((OptionSetValue)row["statuscode"]!).Value);
        }
    }

    [TestMethod]
    public void A_deletion_does_what_the_relations_say()
    {
        using var world = new World();
        var order = world.Order();
        var child = world.Order(("fix_parentid", new EntityReference("fix_order", order)));
        world.Service.Create(new Entity("fix_line") { ["fix_text"] = "1", ["fix_orderid"] = new EntityReference("fix_order", order) });
        var note = world.Service.Create(new Entity("fix_note") { ["fix_orderid"] = new EntityReference("fix_order", order) });
        var contract = world.Service.Create(new Entity("fix_contract") { ["fix_orderid"] = new EntityReference("fix_order", order) });

        World.Refused(ErrorCodes.CannotDeleteDueToAssociation, "fix_contract", () => world.Service.Delete("fix_order", order));
        Assert.HasCount(1, world.All("fix_line"), "nothing happened");

        world.Service.Delete("fix_contract", contract);
        world.Service.Delete("fix_order", order);

        Assert.IsEmpty(world.All("fix_line"), "deleted with it");
        Assert.IsFalse(world.Row("fix_note", note).Contains("fix_orderid"), "link removed");
        Assert.IsFalse(world.Row("fix_order", child).Contains("fix_parentid"), "link removed");
        Assert.AreEqual(child, world.All("fix_order").Single().Id);
    }
}
