using System;
using System.Globalization;
using System.Linq;
using CrmAddon.Local.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Messages;

[TestClass]
public sealed class WritingRows
{
    [TestMethod]
    public void Every_type_comes_back_as_it_went_in()
    {
        using var world = new World();
        var account = world.Account();
        var parent = world.Order();
        var id = world.Order(
            ("fix_code", "A-1"),
            ("fix_amount", new Money(1234.56m)),
            ("fix_rate", 99_999_999_999.0123456789m),
            ("fix_weight", 1.25m),
            ("fix_quantity", 3),
            ("fix_share", 0.1),
            ("fix_due", new DateTime(2026, 3, 31)),
            ("fix_seenon", new DateTime(2026, 3, 31, 23, 59, 58, DateTimeKind.Utc)),
            ("fix_kind", new OptionSetValue(770000001)),
            ("fix_tags", new OptionSetValueCollection([new(770000002), new(770000000)])),
            ("fix_urgent", false),
            ("fix_customerid", new EntityReference("account", account)),
            ("fix_parentid", new EntityReference("fix_order", parent)),
            ("fix_notes", "first\nsecond"));

        var row = world.Row("fix_order", id);

        Assert.AreEqual("A-1", row["fix_code"]);
        Assert.AreEqual(1234.56m, ((Money)row["fix_amount"]!).Value);
        Assert.AreEqual(99_999_999_999.0123456789m, row["fix_rate"]);
        Assert.AreEqual(1.25m, row["fix_weight"]);
        Assert.AreEqual(3, row["fix_quantity"]);
        Assert.AreEqual(0.1, row["fix_share"]);
        Assert.AreEqual(new DateTime(2026, 3, 31), row["fix_due"]);
        var seen = (DateTime)row["fix_seenon"]!;
        Assert.AreEqual((new DateTime(2026, 3, 31, 23, 59, 58), DateTimeKind.Utc), (seen, seen.Kind));
        Assert.AreEqual(770000001, ((OptionSetValue)row["fix_kind"]!).Value);
        Assert.AreEqual("Large", row.FormattedValues["fix_kind"]);
        CollectionAssert.AreEqual(new[] { 770000000, 770000002 }, ((OptionSetValueCollection)row["fix_tags"]!).Select(v => v.Value).ToArray());
        Assert.IsFalse((bool)row["fix_urgent"]!);
        Assert.AreEqual(new EntityReference("account", account), row["fix_customerid"]);
        Assert.AreEqual(new EntityReference("fix_order", parent), row["fix_parentid"]);
        Assert.AreEqual("first\nsecond", row["fix_notes"]);
        Assert.AreEqual(id, row["fix_orderid"]);
        Assert.AreEqual(id, row.Id);
    }

    [TestMethod]
    public void A_new_row_gets_what_the_platform_gives_it()
    {
        using var world = new World();
        var first = world.Row("fix_order", world.Order(("fix_amount", new Money(10))));
        var second = world.Row("fix_order", world.Order());

        var system = new EntityReference("systemuser", world.Dataverse.SystemUserId);
        Assert.AreEqual("ORD-01000", first["fix_number"]);
        Assert.AreEqual("ORD-01001", second["fix_number"]);
        Assert.AreEqual((0, 1), (((OptionSetValue)first["statecode"]!).Value, ((OptionSetValue)first["statuscode"]!).Value));
        Assert.AreEqual("New", first.FormattedValues["statuscode"]);
        Assert.IsTrue((bool)first["fix_urgent"]!, "the column's default");
        Assert.AreEqual(world.Clock.GetUtcNow().UtcDateTime, first["createdon"]);
        Assert.AreEqual(world.Clock.GetUtcNow().UtcDateTime, first["modifiedon"]);
        Assert.AreEqual(system, first["createdby"]);
        Assert.AreEqual(system, first["ownerid"]);
        Assert.AreEqual(new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId), first["owningbusinessunit"]);
        Assert.AreEqual(10m, ((Money)first["fix_amount_base"]!).Value);
        Assert.AreEqual(1m, first["exchangerate"]);
        Assert.IsLessThan(
            long.Parse(second.RowVersion!, CultureInfo.InvariantCulture), long.Parse(first.RowVersion!, CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public void An_update_writes_only_what_it_names()
    {
        using var world = new World();
        var id = world.Order(("fix_code", "A"), ("fix_quantity", 1));
        var before = world.Row("fix_order", id);
        world.Clock.Advance(TimeSpan.FromHours(1));

        world.Service.Update(new Entity("fix_order", id) { ["fix_quantity"] = 2, ["fix_code"] = null });

        var after = world.Row("fix_order", id);
        Assert.AreEqual(2, after["fix_quantity"]);
        Assert.IsFalse(after.Contains("fix_code"), "a missing value is left out");
        Assert.AreEqual(before["fix_name"], after["fix_name"]);
        Assert.AreEqual(before["createdon"], after["createdon"]);
        Assert.AreEqual(world.Clock.GetUtcNow().UtcDateTime, after["modifiedon"]);
        Assert.AreNotEqual(before.RowVersion, after.RowVersion);
    }

    [TestMethod]
    public void Columns_that_only_the_platform_writes_are_left_aside()
    {
        using var world = new World();
        var id = world.Order(("createdon", new DateTime(2001, 1, 1)), ("createdby", new EntityReference("systemuser", Guid.NewGuid())));

        world.Service.Update(new Entity("fix_order", id) { ["createdon"] = new DateTime(2001, 1, 1), ["fix_quantity"] = 1 });

        Assert.AreEqual(world.Clock.GetUtcNow().UtcDateTime, world.Row("fix_order", id)["createdon"]);
    }

    [TestMethod]
    public void Empty_text_is_no_value()
    {
        using var world = new World();

        Assert.IsFalse(world.Row("fix_order", world.Order(("fix_notes", string.Empty))).Contains("fix_notes"));
    }

    [TestMethod]
    public void A_service_works_as_its_user()
    {
        using var world = new World();
        var user = world.Service.Create(new Entity("systemuser")
        {
            ["firstname"] = "Ada",
            ["lastname"] = "Smith",
            ["businessunitid"] = new EntityReference("businessunit", world.Dataverse.RootBusinessUnitId),
        });
        world.Dataverse.AssignRole(user, "System Administrator");

        var id = world.Dataverse.CreateService(user).Create(World.OrderRow());

        Assert.AreEqual(new EntityReference("systemuser", user), world.Row("fix_order", id)["createdby"]);
        Assert.AreEqual(new EntityReference("systemuser", user), world.Row("fix_order", id)["ownerid"]);
        Assert.AreEqual("Ada Smith", world.Row("systemuser", user)["fullname"]);
    }

    [TestMethod]
    public void Money_in_another_currency_has_its_amount_in_base_currency()
    {
        using var world = new World();
        var euro = world.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "Euro",
            ["isocurrencycode"] = "EUR",
            ["currencyprecision"] = 2,
            ["exchangerate"] = 0.9m,
        });
        var id = world.Order(("fix_amount", new Money(100)), ("transactioncurrencyid", new EntityReference("transactioncurrency", euro)));
        Assert.AreEqual(111.11m, Base(world, id), "100 / 0.9, half away from zero");

        world.Service.Update(new Entity("fix_order", id) { ["fix_amount"] = new Money(90) });
        Assert.AreEqual(100m, Base(world, id), "at the row's rate");

        world.Service.Update(new Entity("transactioncurrency", euro) { ["exchangerate"] = 0.5m });
        Assert.AreEqual(100m, Base(world, id), "a new rate changes no row");

        world.Service.Update(new Entity("fix_order", id) { ["transactioncurrencyid"] = new EntityReference("transactioncurrency", euro) });
        Assert.AreEqual(180m, Base(world, id), "until the row's currency is set again");
    }

    [TestMethod]
    public void Money_is_kept_at_its_currencys_precision()
    {
        using var world = new World();
        var yen = world.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "Yen",
            ["isocurrencycode"] = "JPY",
            ["currencyprecision"] = 0,
            ["exchangerate"] = 150m,
        });

        Assert.AreEqual(10.13m, Amount(world, world.Order(("fix_amount", new Money(10.125m)))));
        Assert.AreEqual(-10.13m, Amount(world, world.Order(("fix_amount", new Money(-10.125m)))));
        Assert.AreEqual(11m, Amount(world, world.Order(("fix_amount", new Money(10.5m)), ("transactioncurrencyid", new EntityReference("transactioncurrency", yen)))));
    }

    [TestMethod]
    public void An_update_of_another_version_is_refused()
    {
        using var world = new World();
        var id = world.Order();
        var stale = world.Row("fix_order", id);
        world.Service.Update(new Entity("fix_order", id) { ["fix_quantity"] = 1 });

        UpdateRequest Request(string? version) => new()
        {
            Target = new Entity("fix_order", id) { ["fix_quantity"] = 2, RowVersion = version },
            ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        };

        World.Refused(ErrorCodes.ConcurrencyVersionMismatch, "doesn't match the RowVersion", () => world.Service.Execute(Request(stale.RowVersion)));
        World.Refused(ErrorCodes.ConcurrencyVersionNotProvided, "must be provided", () => world.Service.Execute(Request(null)));
        world.Service.Execute(Request(world.Row("fix_order", id).RowVersion));
        Assert.AreEqual(2, world.Row("fix_order", id)["fix_quantity"]);
    }

    [TestMethod]
    public void What_a_caller_sent_is_not_changed()
    {
        using var world = new World();
        var row = World.OrderRow(("fix_amount", new Money(1)));

        world.Service.Create(row);

        CollectionAssert.AreEquivalent(new[] { "fix_name", "fix_amount" }, row.Attributes.Keys.ToArray());
    }

    private static decimal Amount(World world, Guid id) =>
        world.Service.Retrieve("fix_order", id, new ColumnSet("fix_amount")).GetAttributeValue<Money>("fix_amount")!.Value;

    private static decimal Base(World world, Guid id) =>
        world.Service.Retrieve("fix_order", id, new ColumnSet("fix_amount_base")).GetAttributeValue<Money>("fix_amount_base")!.Value;
}
