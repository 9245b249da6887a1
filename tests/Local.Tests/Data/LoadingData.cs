using System;
using System.IO;
using System.IO.Compression;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Data;

/// <summary>Files of the Configuration Migration tool: tables first, then data.</summary>
[TestClass]
public sealed class LoadingData
{
    private static readonly Guid Contoso = new("11111111-1111-1111-1111-111111111111");
    private static readonly Guid Daughter = new("22222222-2222-2222-2222-222222222222");
    private static readonly Guid First = new("33333333-3333-3333-3333-333333333333");

    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-data-").FullName;

    [TestCleanup]
    public void Delete() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Rows_come_with_values_of_every_type()
    {
        Write(Entity("fix_order", Record(
            First,
            ("fix_orderid", First.ToString()), ("fix_name", "A"), ("fix_quantity", "7"), ("fix_amount", "12.5000"), ("fix_rate", "0.125"),
            ("fix_due", "2026-03-31T00:00:00.0000000Z"), ("fix_seenon", "2026-03-31T13:05:00.0000000Z"),
            ("fix_kind", "770000001"), ("fix_tags", "[-1,770000000,770000002,-1]"), ("fix_urgent", "True"), ("fix_code", ""))));

        using var dataverse = Open();

        var row = Row(dataverse, "fix_order", First);
        Assert.AreEqual("A", row["fix_name"]);
        Assert.AreEqual(7, row["fix_quantity"]);
        Assert.AreEqual(12.5m, row.GetAttributeValue<Money>("fix_amount")!.Value);
        Assert.AreEqual(0.125m, row["fix_rate"]);
        Assert.AreEqual(new DateTime(2026, 3, 31), row["fix_due"]);
        Assert.AreEqual(new DateTime(2026, 3, 31, 13, 5, 0, DateTimeKind.Utc), row["fix_seenon"]);
        Assert.AreEqual(770000001, row.GetAttributeValue<OptionSetValue>("fix_kind")!.Value);
        CollectionAssert.AreEquivalent(new[] { 770000000, 770000002 }, row.GetAttributeValue<OptionSetValueCollection>("fix_tags")!.Select(v => v.Value).ToArray());
        Assert.IsTrue(row.GetAttributeValue<bool>("fix_urgent"));
        Assert.IsFalse(row.Contains("fix_code"));
    }

    [TestMethod]
    public void A_row_may_point_to_one_further_down_and_to_itself()
    {
        Write(Entity("account",
            Record(Daughter, ("name", "Daughter")) .Replace("</record>", Lookup("parentaccountid", Contoso, "account", "Contoso") + "</record>", StringComparison.Ordinal),
            Record(Contoso, ("name", "Contoso")).Replace("</record>", Lookup("masterid", Contoso, "account", "Contoso") + "</record>", StringComparison.Ordinal)));

        using var dataverse = Open();

        Assert.AreEqual(Contoso, Row(dataverse, "account", Daughter).GetAttributeValue<EntityReference>("parentaccountid")!.Id);
    }

    [TestMethod]
    public void A_row_that_needs_another_to_exist_waits_for_it()
    {
        var line = Guid.NewGuid();
        var quote = Guid.NewGuid();
        Write(
            Entity("quotedetail", Record(line, ("quotedetailname", "line")).Replace("</record>", Lookup("quoteid", quote, "quote", "Q") + "</record>", StringComparison.Ordinal))
            + Entity("quote", Record(quote, ("name", "Q")).Replace("</record>", Lookup("customerid", Contoso, "account", "Contoso") + "</record>", StringComparison.Ordinal))
            + Entity("account", Record(Contoso, ("name", "Contoso"))));

        using var dataverse = Open();

        Assert.AreEqual(quote, Row(dataverse, "quotedetail", line).GetAttributeValue<EntityReference>("quoteid")!.Id);
    }

    [TestMethod]
    public void A_row_that_is_elsewhere_under_another_id_is_found_by_its_only_name()
    {
        Write(Entity("fix_order", Record(First, ("fix_name", "A")).Replace("</record>", Lookup("transactioncurrencyid", Guid.NewGuid(), "transactioncurrency", "USD") + "</record>", StringComparison.Ordinal)));

        using var dataverse = Open();

        Assert.AreEqual("USD", Row(dataverse, "fix_order", First).GetAttributeValue<EntityReference>("transactioncurrencyid")!.Name);
    }

    [TestMethod]
    public void An_owner_who_is_not_here_is_the_user_who_loads_and_that_is_said()
    {
        Write(Entity("account", Record(Contoso, ("name", "Contoso")).Replace("</record>", Lookup("ownerid", Guid.NewGuid(), "systemuser", "Ada") + "</record>", StringComparison.Ordinal)));

        using var dataverse = Open();

        Assert.AreEqual(dataverse.SystemUserId, Row(dataverse, "account", Contoso).GetAttributeValue<EntityReference>("ownerid")!.Id);
        StringAssert.Contains(dataverse.Remarks.Single(), "data.xml:6: account.ownerid is left out: there is no systemuser");
    }

    [TestMethod]
    public void A_row_gets_the_state_that_it_was_exported_in()
    {
        Write(Entity("account", Record(Contoso, ("name", "Contoso"), ("statecode", "1"), ("statuscode", "2"))));

        using var dataverse = Open();

        Assert.AreEqual(1, Row(dataverse, "account", Contoso).GetAttributeValue<OptionSetValue>("statecode")!.Value);
    }

    [TestMethod]
    [DataRow("fix_order_accounts", "the schema name")]
    [DataRow("fix_order_account", "the table of pairs")]
    public void Pairs_are_loaded_once_by_either_name(string name, string why)
    {
        Write(
            Entity("account", Record(Contoso, ("name", "Contoso")))
            + Entity("fix_order", Record(First, ("fix_name", "A"))).Replace("</records>", "</records>" + Pairs(First, "account", name, Contoso), StringComparison.Ordinal));

        using (Open())
        {
        }

        using var dataverse = Open();
        var pairs = dataverse.CreateService().RetrieveMultiple(new QueryExpression("fix_order_account") { ColumnSet = new ColumnSet(true) });
        Assert.HasCount(1, pairs.Entities, why);
    }

    [TestMethod]
    public void Loading_again_changes_nothing_and_a_change_changes_one_row()
    {
        Write(Entity("account", Record(Contoso, ("name", "Contoso"), ("revenue", "5")), Record(Daughter, ("name", "Daughter"))));
        string before, other;
        using (var dataverse = Open())
        {
            before = Row(dataverse, "account", Contoso).RowVersion!;
            other = Row(dataverse, "account", Daughter).RowVersion!;
        }

        using (var dataverse = Open())
        {
            Assert.AreEqual(before, Row(dataverse, "account", Contoso).RowVersion);
        }

        Write(Entity("account", Record(Contoso, ("name", "Contoso Ltd"), ("revenue", "5")), Record(Daughter, ("name", "Daughter"))));
        using (var dataverse = Open())
        {
            Assert.AreEqual("Contoso Ltd", Row(dataverse, "account", Contoso)["name"]);
            Assert.AreEqual(other, Row(dataverse, "account", Daughter).RowVersion);
        }
    }

    [TestMethod]
    public void The_tools_zip_file_is_read_as_it_is()
    {
        Write(Entity("account", Record(Contoso, ("name", "Contoso"))));
        var zip = Path.Combine(_folder, "data.zip");
        using (var archive = ZipFile.Open(zip, ZipArchiveMode.Create))
        {
            archive.CreateEntryFromFile(Path.Combine(_folder, "data.xml"), "data.xml");
        }

        using var dataverse = Open(zip);

        Assert.AreEqual("Contoso", Row(dataverse, "account", Contoso)["name"]);
    }

    [TestMethod]
    [DataRow("account", "<field name=\"nmae\" value=\"x\" />", "the table account has no column nmae")]
    [DataRow("acount", "<field name=\"name\" value=\"x\" />", "the table acount is declared by no loaded solution")]
    [DataRow("account", "<field name=\"revenue\" value=\"much\" />", "account.revenue has the value 'much': an amount is expected")]
    [DataRow("account", "<field name=\"industrycode\" value=\"9999\" />", "is refused: ")]
    [DataRow("account", "<field name=\"parentaccountid\" value=\"77777777-1111-1111-1111-111111111111\" lookupentity=\"account\" lookupentityname=\"No one\" />", "points to account 77777777-1111-1111-1111-111111111111 (No one), which is neither in the database nor in the data")]
    [DataRow("account", "<field name=\"parentaccountid\" value=\"x\" lookupentity=\"account\" />", "a unique identifier is expected")]
    [DataRow("contact", "<field name=\"parentcustomerid\" value=\"77777777-1111-1111-1111-111111111111\" />", "its attribute lookupentity has to name one of account, contact")]
    public void What_is_wrong_is_refused_with_file_and_line_and_nothing_is_half_done(string table, string field, string message)
    {
        Write(Entity("account", Record(Contoso, ("name", "Contoso"))) + Entity(table, $"<record id=\"{Daughter}\">\n{field}\n</record>"));

        var error = Assert.ThrowsExactly<SolutionException>(() => Open());

        StringAssert.Contains(error.Message, message);
        StringAssert.Matches(error.Message, new System.Text.RegularExpressions.Regex(@"data\.xml:1[12]: "));
        File.Delete(Path.Combine(_folder, "data.xml"));
        using var dataverse = LocalDataverse.Open(Options());
        Assert.IsEmpty(dataverse.CreateService().RetrieveMultiple(new QueryExpression("account")).Entities);
    }

    [TestMethod]
    public void Broken_data_is_named_with_its_line()
    {
        File.WriteAllText(Path.Combine(_folder, "data.xml"), "<entities>\n<entity name=\"account\">\n<records></entity>");

        StringAssert.Contains(Assert.ThrowsExactly<SolutionException>(() => Open()).Message, "data.xml:3: can't be read");
    }

    [TestMethod]
    public void Data_that_expands_entities_is_not_read()
    {
        File.WriteAllText(Path.Combine(_folder, "data.xml"), "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>\n<entities>&a;</entities>");

        StringAssert.Contains(Assert.ThrowsExactly<SolutionException>(() => Open()).Message, "DTD is prohibited");
    }

    private static string Entity(string name, params string[] records) => $"<entity name=\"{name}\">\n<records>\n{string.Concat(records)}</records>\n</entity>\n";

    private static string Record(Guid id, params (string Name, string Value)[] fields) =>
        $"<record id=\"{id}\">\n{string.Concat(fields.Select(f => $"<field name=\"{f.Name}\" value=\"{f.Value}\" />\n"))}</record>\n";

    private static string Lookup(string name, Guid id, string table, string label) =>
        $"<field name=\"{name}\" value=\"{id}\" lookupentity=\"{table}\" lookupentityname=\"{label}\" />";

    private static string Pairs(Guid source, string target, string relation, Guid id) =>
        $"<m2mrelationships><m2mrelationship sourceid=\"{source}\" targetentityname=\"{target}\" m2mrelationshipname=\"{relation}\"><targetids><targetid>{id}</targetid></targetids></m2mrelationship></m2mrelationships>";

    private static Entity Row(LocalDataverse dataverse, string table, Guid id) => dataverse.CreateService().Retrieve(table, id, new ColumnSet(true));

    private void Write(string entities) => File.WriteAllText(Path.Combine(_folder, "data.xml"), $"<entities>\n{entities}</entities>");

    private LocalDataverse Open(string? data = null) => LocalDataverse.Open(Options(data ?? _folder));

    private LocalDataverseOptions Options(params string[] data) => new()
    {
        DatabasePath = Path.Combine(_folder, "test.db"),
        SolutionFolders = [World.Base, World.Fixture],
        DataFolders = data,
    };
}
