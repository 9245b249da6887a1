using System;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Formatting;

[TestClass]
public sealed class FormattedRows
{
    [TestMethod]
    public void A_retrieved_row_has_the_text_of_every_value()
    {
        using var world = new World();
        var account = world.Account("Fabrikam");
        var id = world.Order(
            ("fix_amount", new Money(1234.5m)),
            ("fix_rate", 1234567.25m),
            ("fix_quantity", 1000),
            ("fix_due", new DateTime(2026, 3, 31)),
            ("fix_seenon", new DateTime(2026, 3, 31, 13, 5, 0, DateTimeKind.Utc)),
            ("fix_kind", new OptionSetValue(770000001)),
            ("fix_tags", new OptionSetValueCollection([new(770000002), new(770000000)])),
            ("fix_urgent", false),
            ("fix_customerid", new EntityReference("account", account)));

        var row = world.Row("fix_order", id);

        Assert.AreEqual("$1,234.50", row.FormattedValues["fix_amount"]);
        Assert.AreEqual("1,234,567.2500000000", row.FormattedValues["fix_rate"]);
        Assert.AreEqual("1,000", row.FormattedValues["fix_quantity"]);
        Assert.AreEqual("3/31/2026", row.FormattedValues["fix_due"]);
        Assert.AreEqual("3/31/2026 1:05 PM", row.FormattedValues["fix_seenon"]);
        Assert.AreEqual("Large", row.FormattedValues["fix_kind"]);
        Assert.AreEqual("No", row.FormattedValues["fix_urgent"]);
        Assert.AreEqual("Fabrikam", row.FormattedValues["fix_customerid"]);
        Assert.AreEqual("Fabrikam", row.GetAttributeValue<EntityReference>("fix_customerid")!.Name);
        Assert.AreEqual("Open", row.FormattedValues["statecode"]);
        Assert.AreEqual("SYSTEM", row.FormattedValues["ownerid"]);
        Assert.IsFalse(row.FormattedValues.Contains("fix_name"), "text is text already");
        Assert.IsFalse(row.FormattedValues.Contains("fix_orderid"));
        Assert.AreEqual(2, row.FormattedValues["fix_tags"].Split("; ").Length);
    }

    [TestMethod]
    public void A_lookup_shows_the_name_that_the_row_has_now()
    {
        using var world = new World();
        var account = world.Account("Old");
        var order = world.Order(("fix_customerid", new EntityReference("account", account)));
        string Shown() => world.Row("fix_order", order).FormattedValues["fix_customerid"];

        Assert.AreEqual("Old", Shown());
        world.Service.Update(new Entity("account", account) { ["name"] = "New" });
        Assert.AreEqual("New", Shown());
    }

    [TestMethod]
    public void Money_brings_its_currency_along()
    {
        using var world = new World();
        var euro = world.Service.Create(new Entity("transactioncurrency")
        {
            ["currencyname"] = "Euro", ["isocurrencycode"] = "EUR", ["currencysymbol"] = "€", ["currencyprecision"] = 2, ["exchangerate"] = 0.5m,
        });
        var id = world.Order(("fix_amount", new Money(10)), ("transactioncurrencyid", new EntityReference("transactioncurrency", euro)));

        var row = world.Service.Retrieve("fix_order", id, new ColumnSet("fix_amount", "fix_amount_base"));

        Assert.AreEqual("€10.00", row.FormattedValues["fix_amount"]);
        Assert.AreEqual("$20.00", row.FormattedValues["fix_amount_base"]);
        Assert.AreEqual("Euro", row.FormattedValues["transactioncurrencyid"]);
        Assert.HasCount(4, row.Attributes.Keys.ToList());
    }
}
