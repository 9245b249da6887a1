using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Alternate keys keep to what Dataverse can index.</summary>
[TestClass]
public sealed class KeyTests
{
    [TestMethod]
    public void Key_columns_exist_and_have_a_type_that_a_key_may_have() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        from key in table.Keys
        from name in key
        where !table.Columns.TryGetValue(name, out var column)
            || column.Type is not ("nvarchar" or "int" or "decimal" or "datetime" or "lookup" or "picklist")
        select table.Name + "." + name);

    [TestMethod]
    public void Keys_stay_within_16_columns_and_900_bytes() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        from key in table.Keys
        where key.Count > 16 || key.Sum(name => Bytes(table.Columns[name])) > 900
        select table.Name + ": " + string.Join("+", key));

    [TestMethod]
    public void Keys_are_named_once_with_the_publishers_prefix() => AssertNone(
        Metadata.Solution.Tables.Values
            .SelectMany(t => t.Entity.Descendants("EntityKey").Select(k => k.Element("LogicalName")!.Value))
            .GroupBy(name => name)
            .Where(g => g.Count() > 1 || !g.Key.StartsWith("cov_", System.StringComparison.Ordinal))
            .Select(g => g.Key));

    [TestMethod]
    public void A_row_can_be_found_by_its_key_because_its_columns_are_filled() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        where table.IsOurs
        from key in table.Keys
        from name in key
        let column = table.Columns[name]
        where column.Value("RequiredLevel") != "required" && column.Value("AutoNumberFormat").Length == 0
            && (table.Name, name) is not ("cov_ruleversion", "cov_number") // counted up by the plug-in, whatever is typed
        select table.Name + "." + name);

    private static int Bytes(Column column) => column.Type switch
    {
        "nvarchar" => 2 * int.Parse(column.Value("MaxLength"), CultureInfo.InvariantCulture),
        "lookup" => 16,
        "decimal" => 13,
        "datetime" => 8,
        _ => 4,
    };
}
