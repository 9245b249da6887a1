using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Solution.Tests;

/// <summary>Whatever one part of the solution names exists in another.</summary>
[TestClass]
public sealed class ReferenceTests
{
    private static readonly Metadata Metadata = Metadata.Installed;

    [TestMethod]
    public void Every_lookup_has_its_relation() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        from column in table.Columns.Values
        where column.IsLookup && !column.IsDelegate && !Metadata.RelationsOf(table, column).Any()
        select table.Name + "." + column.Name);

    [TestMethod]
    public void Every_relation_joins_tables_and_a_lookup_that_exist() => AssertNone(
        from relation in Metadata.Relations
        where !Metadata.Tables.TryGetValue(relation.From, out var table)
            || !table.Columns.TryGetValue(relation.Column, out var column)
            || !column.IsLookup
            || !(Metadata.Tables.ContainsKey(relation.To) || relation.To == "owner")
        select relation.Name);

    [TestMethod]
    public void Only_a_customer_column_refers_to_more_than_one_table() => AssertNone(
        from table in Metadata.Tables.Values
        from column in table.Columns.Values
        where column.Type == "customer" != Metadata.RelationsOf(table, column).Select(r => r.To).ToHashSet().SetEquals(["account", "contact"])
        select table.Name + "." + column.Name);

    [TestMethod]
    public void Every_choice_column_names_a_choice_that_exists() => AssertNone(
        from table in Metadata.Tables.Values
        from column in table.Columns.Values
        where column.Type == "picklist" && column.Xml.Element("optionset") is null && !Metadata.Choices.ContainsKey(column.Value("OptionSetName"))
        select table.Name + "." + column.Name);

    [TestMethod]
    public void Every_choice_is_used() => AssertNone(
        Metadata.Choices.Keys.Except(Metadata.Tables.Values.SelectMany(t => t.Columns.Values).Select(c => c.Value("OptionSetName"))));

    [TestMethod]
    public void Every_default_is_an_option_of_its_choice() => AssertNone(
        from table in Metadata.Tables.Values
        from column in table.Columns.Values
        where Metadata.Choices.ContainsKey(column.Value("OptionSetName")) && column.Value("AppDefaultValue") != "-1"
            && !Metadata.Choices[column.Value("OptionSetName")].Any(o => o.Value.ToString(CultureInfo.InvariantCulture) == column.Value("AppDefaultValue"))
        select table.Name + "." + column.Name);

    [TestMethod]
    public void Every_money_column_has_its_base_and_its_table_a_currency() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        from column in table.Columns.Values
        where column.Type == "money" && column.Value("CalculationOf").Length == 0
        where !table.Columns.TryGetValue(column.Name + "_base", out var based) || based.Value("CalculationOf") != column.Name
            || !table.Columns.ContainsKey("transactioncurrencyid") || !table.Columns.ContainsKey("exchangerate")
        select table.Name + "." + column.Name);

    internal static void AssertNone(IEnumerable<string> offenders) =>
        Assert.AreEqual("", string.Join(", ", offenders.Order(StringComparer.Ordinal)));
}
