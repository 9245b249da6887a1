using System;
using System.Linq;
using CrmAddon.Local.Query;
using CsCheck;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Query;

[TestClass]
public sealed class FetchXml
{
    [TestMethod]
    public void Conditions_links_aliases_and_order()
    {
        using var world = new World();
        var account = world.Account("Contoso");
        world.Order(("fix_name", "a"), ("fix_quantity", 1), ("fix_customerid", new EntityReference("account", account)), ("fix_due", new DateTime(2026, 1, 31)));
        world.Order(("fix_name", "b"), ("fix_quantity", 2), ("fix_customerid", new EntityReference("account", account)), ("fix_due", new DateTime(2026, 2, 1)));
        world.Order(("fix_name", "c"), ("fix_quantity", 3));

        var rows = Fetch(world, """
            <fetch count="10">
              <entity name="fix_order">
                <attribute name="fix_name" />
                <attribute name="fix_quantity" alias="many" />
                <order attribute="fix_quantity" descending="true" />
                <filter type="or">
                  <condition attribute="fix_quantity" operator="in"><value>2</value><value>3</value></condition>
                  <condition attribute="fix_due" operator="on-or-before" value="2026-01-31" />
                </filter>
                <link-entity name="account" from="accountid" to="fix_customerid" alias="customer" link-type="inner">
                  <attribute name="name" />
                  <filter><condition attribute="name" operator="begins-with" value="con" /></filter>
                </link-entity>
              </entity>
            </fetch>
            """);

        CollectionAssert.AreEqual(
            new[] { "b 2 Contoso", "a 1 Contoso" },
            rows.Entities.Select(r => $"{r["fix_name"]} {Value(r, "many")} {Value(r, "customer.name")}").ToArray());
    }

    [TestMethod]
    public void Aggregates_by_group_and_by_month()
    {
        using var world = new World();
        foreach (var (due, amount, rate) in new[] { ("2026-01-10", 0.10m, 0.1m), ("2026-01-20", 0.20m, 0.2m), ("2026-02-01", 5m, 1m), ("2025-02-01", 7m, 2m) })
        {
            world.Order(("fix_due", DateTime.Parse(due, System.Globalization.CultureInfo.InvariantCulture)), ("fix_amount", new Money(amount)), ("fix_rate", rate));
        }

        world.Order(("fix_due", new DateTime(2026, 1, 5)));

        var rows = Fetch(world, """
            <fetch aggregate="true">
              <entity name="fix_order">
                <attribute name="fix_due" alias="year" groupby="true" dategrouping="year" />
                <attribute name="fix_due" alias="month" groupby="true" dategrouping="month" />
                <attribute name="fix_amount" alias="total" aggregate="sum" />
                <attribute name="fix_rate" alias="rates" aggregate="sum" />
                <attribute name="fix_rate" alias="mean" aggregate="avg" />
                <attribute name="fix_orderid" alias="rows" aggregate="count" />
                <attribute name="fix_amount" alias="amounts" aggregate="countcolumn" />
                <attribute name="fix_amount" alias="least" aggregate="min" />
                <attribute name="fix_rate" alias="most" aggregate="max" />
                <order alias="year" /><order alias="month" />
              </entity>
            </fetch>
            """);

        CollectionAssert.AreEqual(
            new[] { "2025-2: 7 2 2 1 1 7 2", "2026-1: 0.3 0.3 0.15 3 2 0.1 0.2", "2026-2: 5 1 1 1 1 5 1" },
            rows.Entities.Select(r => FormattableString.Invariant(
                $"{Value(r, "year")}-{Value(r, "month")}: {Money(r, "total")} {Value(r, "rates")} {Value(r, "mean")} {Value(r, "rows")} {Value(r, "amounts")} {Money(r, "least")} {Value(r, "most")}")).ToArray());
    }

    [TestMethod]
    public void Sums_are_exact_for_any_amounts()
    {
        using var world = new World();
        var amount = Gen.Long[-99_999_999, 99_999_999];
        var rate = Gen.Long[-4_000_000_000_000_000_000, 4_000_000_000_000_000_000];
        Gen.Select(amount, rate).List[1, 30].Sample(
            rows =>
            {
                var code = Guid.NewGuid().ToString("N")[..20];
                var all = new EntityCollection(
                    [.. rows.Select(r => World.OrderRow(("fix_notes", code), ("fix_amount", new Money(r.Item1 / 100m)), ("fix_rate", r.Item2 / 10_000_000_000m)))]);
                world.Service.Execute(new CreateMultipleRequest { Targets = all });
                var row = Fetch(world, $"""
                    <fetch aggregate="true">
                      <entity name="fix_order">
                        <attribute name="fix_amount" alias="amount" aggregate="sum" />
                        <attribute name="fix_rate" alias="rate" aggregate="sum" />
                        <filter><condition attribute="fix_notes" operator="eq" value="{code}" /></filter>
                      </entity>
                    </fetch>
                    """).Entities.Single();
                return Money(row, "amount") == rows.Sum(r => r.Item1 / 100m) && (decimal)Value(row, "rate")! == rows.Sum(r => r.Item2 / 10_000_000_000m);
            },
            iter: 30,
            threads: 1);
    }

    [TestMethod]
    [DataRow("", QueryErrors.EmptyXml, "can't be null")]
    [DataRow("<fetch>", QueryErrors.InvalidXml, "Invalid XML")]
    [DataRow("<!DOCTYPE fetch [<!ENTITY e 'x'>]><fetch><entity name='&e;' /></fetch>", QueryErrors.InvalidXml, "DTD")]
    [DataRow("<query />", QueryErrors.InvalidXml, "<fetch> is expected")]
    [DataRow("<fetch />", QueryErrors.ElementNotFound, "<entity>")]
    [DataRow("<fetch><entity name='fix_order'><filter><condition attribute='fix_name' operator='is' value='1' /></filter></entity></fetch>", QueryErrors.InvalidConditionOperator, "'is'")]
    [DataRow("<fetch><entity name='fix_order'><colour /></entity></fetch>", QueryErrors.InvalidNode, "NodeName = colour")]
    [DataRow("<fetch><entity name='fix_order' colour='red' /></fetch>", QueryErrors.InvalidAttributeValue, "'colour' of <entity>")]
    public void What_is_wrong_in_FetchXML_is_said(string fetch, int code, string message)
    {
        using var world = new World();

        World.Refused(code, message, () => Fetch(world, fetch));
    }

    private static EntityCollection Fetch(World world, string fetch) => world.Service.RetrieveMultiple(new FetchExpression(fetch));

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value;

    private static decimal Money(Entity row, string alias) => ((Money)Value(row, alias)!).Value;
}
