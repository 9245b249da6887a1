using System;
using System.Collections.Generic;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Sdk.Tests.Data;

[TestClass]
public sealed class EntityTests
{
    private static readonly Guid Id = new("6f1b2a3c-0000-0000-0000-000000000001");

    [TestMethod]
    public void A_column_that_is_not_set_is_not_there_and_reads_as_the_types_default()
    {
        var row = new Entity("account");

        Assert.IsFalse(row.Contains("revenue"));
        Assert.IsNull(row.GetAttributeValue<Money>("revenue"));
        Assert.AreEqual(0, row.GetAttributeValue<int>("numberofemployees"));
        Assert.ThrowsExactly<KeyNotFoundException>(() => row["revenue"]);
    }

    [TestMethod]
    public void A_column_that_is_set_to_empty_is_there_and_reads_as_the_types_default()
    {
        var row = new Entity("account") { ["numberofemployees"] = null };

        Assert.IsTrue(row.Contains("numberofemployees"));
        Assert.IsNull(row["numberofemployees"]);
        Assert.AreEqual(0, row.GetAttributeValue<int>("numberofemployees"));
        Assert.IsFalse(row.TryGetAttributeValue<int>("numberofemployees", out _));
    }

    [TestMethod]
    public void A_value_is_read_as_its_own_type_only()
    {
        var row = new Entity("account") { ["revenue"] = new Money(12.5m) };

        Assert.AreEqual(new Money(12.5m), row.GetAttributeValue<Money>("revenue"));
        Assert.IsTrue(row.TryGetAttributeValue<Money>("revenue", out var revenue));
        Assert.AreEqual(12.5m, revenue.Value);
        Assert.IsFalse(row.TryGetAttributeValue<decimal>("revenue", out _));
        Assert.ThrowsExactly<InvalidCastException>(() => row.GetAttributeValue<decimal>("revenue"));
    }

    [TestMethod]
    public void Names_of_columns_and_tables_are_told_apart_by_case()
    {
        var row = new Entity("account") { ["Name"] = "Contoso" };

        Assert.IsFalse(row.Contains("name"));
        Assert.AreNotEqual(new EntityReference("Account", Id), new EntityReference("account", Id));
    }

    [TestMethod]
    public void Setting_a_column_again_replaces_it_and_adding_it_again_is_refused()
    {
        var row = new Entity("account") { ["name"] = "Contoso" };

        row["name"] = "Fabrikam";

        Assert.AreEqual("Fabrikam", row["name"]);
        Assert.ThrowsExactly<ArgumentException>(() => row.Attributes.Add("name", "Contoso"));
    }

    [TestMethod]
    public void A_row_is_named_by_id_or_by_alternate_key()
    {
        var byId = new Entity("account", Id) { RowVersion = "42" }.ToEntityReference();
        var byKey = new Entity("account", "accountnumber", "A-1").ToEntityReference();

        Assert.AreEqual(("account", Id, "42"), (byId.LogicalName, byId.Id, byId.RowVersion));
        Assert.AreEqual(("account", Guid.Empty, "A-1"), (byKey.LogicalName, byKey.Id, byKey.KeyAttributes["accountnumber"]));
    }

    [TestMethod]
    public void References_money_and_options_are_equal_by_value()
    {
        Assert.AreEqual(new EntityReference("account", Id), new EntityReference("account", Id) { Name = "Contoso" });
        Assert.AreEqual(new Money(1.10m), new Money(1.1m));
        Assert.AreEqual(new OptionSetValue(3), new OptionSetValue(3));
        Assert.AreEqual(new OptionSetValue(3).GetHashCode(), new OptionSetValue(3).GetHashCode());
        Assert.AreNotEqual(new OptionSetValue(3), new OptionSetValue(4));
    }

    [TestMethod]
    public void A_typed_class_sees_the_same_row()
    {
        var row = new Entity("account", Id) { ["name"] = "Contoso" };

        var typed = row.ToEntity<Account>();

        Assert.AreEqual(("account", Id, "Contoso"), (typed.LogicalName, typed.Id, typed.Name));
        Assert.AreSame(row.Attributes, typed.Attributes);
    }

    private sealed class Account : Entity
    {
        public string? Name => GetAttributeValue<string>("name");
    }
}
