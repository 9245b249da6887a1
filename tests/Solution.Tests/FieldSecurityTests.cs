using System.IO;
using System.Linq;
using System.Xml.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>A secured column is closed to everybody whom no profile opens it, so each needs its profiles, and only secured columns have one.</summary>
[TestClass]
public sealed class FieldSecurityTests
{
    private static readonly XElement[] Permissions = [.. XDocument
        .Load(Path.Combine(Repository.Solution, "Other", "FieldSecurityProfiles.xml")).Descendants("FieldPermission")];

    [TestMethod]
    public void Profiles_open_the_secured_columns_and_no_others() => CollectionAssert.AreEquivalent(
        (from table in Metadata.Solution.Tables.Values
         from column in table.Columns.Values
         where column.Value("IsSecured") == "1"
         select table.Name + "." + column.Name).ToList(),
        Permissions.Select(p => p.Element("EntityName")!.Value + "." + p.Element("AttributeName")!.Value).Distinct().ToList());

    [TestMethod]
    public void Every_secured_column_can_be_read_and_entered_by_somebody() => AssertNone(
        from column in Permissions.GroupBy(p => p.Element("EntityName")!.Value + "." + p.Element("AttributeName")!.Value)
        where !column.Any(p => p.Element("CanRead")!.Value == "4" && p.Element("CanUpdate")!.Value == "4" && p.Element("CanCreate")!.Value == "4")
        select column.Key);

    [TestMethod]
    public void A_key_and_a_name_are_never_secured() => AssertNone(
        from table in Metadata.Solution.Tables.Values
        from column in table.Columns.Values
        where column.Value("IsSecured") == "1" && (column.IsPrimaryName || table.Keys.Any(key => key.Contains(column.Name)))
        select table.Name + "." + column.Name);
}
