using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Query;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Query;

[TestClass]
public sealed class LinksAndPages
{
    [TestMethod]
    public void An_inner_link_brings_aliased_columns_and_filters()
    {
        using var world = OrdersWithLines();
        var query = new QueryExpression("fix_order") { ColumnSet = new ColumnSet("fix_name") };
        var line = query.AddLink("fix_line", "fix_orderid", "fix_orderid");
        line.EntityAlias = "line";
        line.Columns = new ColumnSet("fix_text", "fix_amount");
        line.LinkCriteria.AddCondition("fix_amount", ConditionOperator.GreaterThan, 1m);
        line.Orders.Add(new OrderExpression("fix_amount", OrderType.Descending));

        var rows = world.Service.RetrieveMultiple(query).Entities;

        CollectionAssert.AreEqual(
            new[] { "one/b/3", "one/a/2" },
            rows.Select(r => $"{r["fix_name"]}/{Aliased(r, "line.fix_text")}/{((Money)Aliased(r, "line.fix_amount")!).Value}").ToArray());
        var value = (AliasedValue)rows[0]["line.fix_text"]!;
        Assert.AreEqual(("fix_line", "fix_text"), (value.EntityLogicalName, value.AttributeLogicalName));
    }

    [TestMethod]
    public void An_outer_link_keeps_rows_without_partner_and_can_be_asked_for_them()
    {
        using var world = OrdersWithLines();
        var query = new QueryExpression("fix_order")
        {
            ColumnSet = new ColumnSet("fix_name"),
            Orders = { new OrderExpression("fix_name", OrderType.Ascending) },
        };
        var line = query.AddLink("fix_line", "fix_orderid", "fix_orderid", JoinOperator.LeftOuter);
        line.EntityAlias = "line";
        line.Columns.AddColumn("fix_text");
        CollectionAssert.AreEqual(
            new[] { "none/", "one/a", "one/b", "two/c" },
            world.Service.RetrieveMultiple(query).Entities.Select(r => $"{r["fix_name"]}/{Aliased(r, "line.fix_text")}").Order(StringComparer.Ordinal).ToArray());

        query.Criteria.AddCondition("line", "fix_lineid", ConditionOperator.Null);
        Assert.AreEqual("none", world.Service.RetrieveMultiple(query).Entities.Single()["fix_name"]);
    }

    [TestMethod]
    public void Links_go_on_to_further_tables_and_up_a_polymorphic_lookup()
    {
        using var world = new World();
        var account = world.Account("Contoso");
        var contact = world.Service.Create(new Entity("contact") { ["lastname"] = "Doe" });
        var order = world.Order(("fix_name", "of account"), ("fix_customerid", new EntityReference("account", account)));
        world.Order(("fix_name", "of contact"), ("fix_customerid", new EntityReference("contact", contact)));
        world.Service.Create(new Entity("fix_line") { ["fix_text"] = "1", ["fix_orderid"] = new EntityReference("fix_order", order) });

        var query = new QueryExpression("fix_line") { ColumnSet = new ColumnSet("fix_text") };
        var customer = query.AddLink("fix_order", "fix_orderid", "fix_orderid").AddLink("account", "fix_customerid", "accountid");
        customer.EntityAlias = "customer";
        customer.Columns.AddColumn("name");

        Assert.AreEqual("Contoso", Aliased(world.Service.RetrieveMultiple(query).Entities.Single(), "customer.name"));
    }

    [TestMethod]
    public void Exists_and_not_any_are_conditions()
    {
        using var world = OrdersWithLines();

        Assert.AreEqual("one,two", Names(JoinOperator.Exists));
        Assert.AreEqual("none", Names(JoinOperator.NotAny));

        string Names(JoinOperator join)
        {
            var query = new QueryExpression("fix_order")
            {
                ColumnSet = new ColumnSet("fix_name"),
                Orders = { new OrderExpression("fix_name", OrderType.Ascending) },
            };
            query.AddLink("fix_line", "fix_orderid", "fix_orderid", join);
            return string.Join(",", world.Service.RetrieveMultiple(query).Entities.Select(e => e["fix_name"]));
        }
    }

    [TestMethod]
    public void Pages_give_every_row_once()
    {
        using var world = new World();
        for (var i = 0; i < 25; i++)
        {
            world.Order(("fix_name", "same"), ("fix_quantity", i));
        }

        var query = new QueryExpression("fix_order")
        {
            ColumnSet = new ColumnSet("fix_quantity"),
            Orders = { new OrderExpression("fix_name", OrderType.Ascending) },
            PageInfo = new PagingInfo { Count = 10, PageNumber = 1, ReturnTotalRecordCount = true },
        };
        var seen = new List<int>();
        var sizes = new List<int>();
        EntityCollection page;
        do
        {
            page = world.Service.RetrieveMultiple(query);
            seen.AddRange(page.Entities.Select(e => e.GetAttributeValue<int>("fix_quantity")));
            sizes.Add(page.Entities.Count);
            Assert.AreEqual(25, page.TotalRecordCount);
            query.PageInfo.PageNumber++;
            query.PageInfo.PagingCookie = page.PagingCookie;
        }
        while (page.MoreRecords);

        CollectionAssert.AreEqual(new[] { 10, 10, 5 }, sizes);
        CollectionAssert.AreEquivalent(Enumerable.Range(0, 25).ToArray(), seen);
    }

    [TestMethod]
    public void Top_distinct_and_order()
    {
        using var world = new World();
        foreach (var (name, quantity) in new[] { ("b", 1), ("a", 2), ("b", 3) })
        {
            world.Order(("fix_name", name), ("fix_quantity", quantity));
        }

        var top = world.Service.RetrieveMultiple(new QueryExpression("fix_order")
        {
            ColumnSet = new ColumnSet("fix_quantity"),
            TopCount = 2,
            Orders = { new OrderExpression("fix_name", OrderType.Descending), new OrderExpression("fix_quantity", OrderType.Descending) },
        });
        CollectionAssert.AreEqual(new[] { 3, 1 }, top.Entities.Select(e => e.GetAttributeValue<int>("fix_quantity")).ToArray());
        Assert.IsFalse(top.MoreRecords);

        var distinct = world.Service.RetrieveMultiple(new QueryExpression("fix_order")
        {
            ColumnSet = new ColumnSet("fix_name"),
            Distinct = true,
            Orders = { new OrderExpression("fix_name", OrderType.Ascending) },
        });
        CollectionAssert.AreEqual(new[] { "a", "b" }, distinct.Entities.Select(e => e["fix_name"]).ToArray());
    }

    [TestMethod]
    public void Query_by_attribute_is_the_same_query()
    {
        using var world = new World();
        world.Order(("fix_name", "a"), ("fix_code", "x"));
        world.Order(("fix_name", "b"));
        var query = new QueryByAttribute("fix_order") { ColumnSet = new ColumnSet("fix_name") };
        query.AddAttributeValue("fix_code", "x");

        Assert.AreEqual("a", world.Service.RetrieveMultiple(query).Entities.Single()["fix_name"]);
        query.Attributes.Add("fix_name");
        World.Refused(QueryErrors.ByAttributeMismatch, "same number of elements", () => world.Service.RetrieveMultiple(query));
    }

    private static World OrdersWithLines()
    {
        var world = new World();
        var one = world.Order(("fix_name", "one"));
        var two = world.Order(("fix_name", "two"));
        world.Order(("fix_name", "none"));
        foreach (var (order, text, amount) in new[] { (one, "a", 2m), (one, "b", 3m), (two, "c", 1m) })
        {
            world.Service.Create(new Entity("fix_line")
            {
                ["fix_text"] = text,
                ["fix_amount"] = new Money(amount),
                ["fix_orderid"] = new EntityReference("fix_order", order),
            });
        }

        return world;
    }

    private static object? Aliased(Entity row, string name) => row.GetAttributeValue<AliasedValue>(name)?.Value;
}
