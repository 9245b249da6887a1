using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using CrmAddon.Local.Query.Text;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Tests.Store;

[TestClass]
public sealed class Files
{
    [TestMethod]
    public void Rows_versions_and_numbers_go_on_after_reopening()
    {
        using var world = new World();
        var first = world.Row("fix_order", world.Order(("fix_amount", new Money(1.5m))));

        world.Reopen();

        Assert.AreEqual(1.5m, ((Money)world.Row("fix_order", first.Id)["fix_amount"]!).Value);
        var second = world.Row("fix_order", world.Order());
        Assert.AreEqual("ORD-01001", second["fix_number"]);
        Assert.IsGreaterThan((long)first["versionnumber"]!, (long)second["versionnumber"]!);
    }

    [TestMethod]
    public void A_solution_that_grew_finds_its_rows_again()
    {
        using var world = new World();
        var id = world.Order(("fix_name", "kept"));
        world.Dataverse.Dispose();
        using var copy = new SolutionCopy();
        copy.Change("Entities/fix_Order/Entity.xml", "</attributes>", """
            <attribute PhysicalName="fix_New"><Type>money</Type><LogicalName>fix_new</LogicalName><Accuracy>2</Accuracy></attribute></attributes>
            """);

        using var grown = Open(world, copy);
        var service = grown.CreateService();
        service.Update(new Entity("fix_order", id) { ["fix_new"] = new Money(3) });

        var row = service.Retrieve("fix_order", id, new ColumnSet("fix_name", "fix_new", "fix_new_base"));
        Assert.AreEqual(("kept", 3m, 3m), (row["fix_name"], ((Money)row["fix_new"]!).Value, ((Money)row["fix_new_base"]!).Value));
    }

    [TestMethod]
    public void A_lookup_that_gained_a_second_table_says_where_old_rows_point()
    {
        using var world = new World();
        var parent = world.Order();
        var child = world.Order(("fix_parentid", new EntityReference("fix_order", parent)));
        world.Dataverse.Dispose();
        using var copy = new SolutionCopy();
        copy.Change("Other/Relationships/fix_Order.xml", "</EntityRelationships>", """
              <EntityRelationship Name="fix_Account_Order_Parent">
                <EntityRelationshipType>OneToMany</EntityRelationshipType>
                <ReferencingEntityName>fix_Order</ReferencingEntityName>
                <ReferencedEntityName>Account</ReferencedEntityName>
                <CascadeDelete>RemoveLink</CascadeDelete>
                <ReferencingAttributeName>fix_ParentId</ReferencingAttributeName>
              </EntityRelationship>
            </EntityRelationships>
            """);

        using var grown = Open(world, copy);
        var service = grown.CreateService();
        var account = new EntityReference("account", service.Create(new Entity("account") { ["name"] = "Contoso" }));
        var other = service.Create(new Entity("fix_order") { ["fix_name"] = "other", ["fix_parentid"] = account });

        Assert.AreEqual(new EntityReference("fix_order", parent), service.Retrieve("fix_order", child, new ColumnSet(true))["fix_parentid"]);
        Assert.AreEqual(account, service.Retrieve("fix_order", other, new ColumnSet(true))["fix_parentid"]);
        Assert.IsFalse(service.Retrieve("fix_order", parent, new ColumnSet(true)).Contains("fix_parentid"));
    }

    [TestMethod]
    public void A_column_that_changed_its_kind_is_refused()
    {
        using var world = new World();
        world.Dataverse.Dispose();
        using var copy = new SolutionCopy();
        copy.Change("Entities/fix_Order/Entity.xml", "<Type>float</Type>", "<Type>nvarchar</Type>");

        var error = Assert.ThrowsExactly<SolutionException>(() => Open(world, copy));

        StringAssert.Contains(error.Message, "fix_order.fix_share is Text now, but the database keeps it as REAL");
    }

    [TestMethod]
    public void A_new_key_over_equal_rows_is_refused()
    {
        using var world = new World();
        world.Order();
        world.Order();
        world.Dataverse.Dispose();
        using var copy = new SolutionCopy();
        copy.Change("Entities/fix_Order/Entity.xml", "<AttributeName>fix_code</AttributeName>", "<AttributeName>fix_name</AttributeName>");

        var error = Assert.ThrowsExactly<SolutionException>(() => Open(world, copy));

        StringAssert.Contains(error.Message, "has rows with equal values for the new key");
    }

    [TestMethod]
    public void A_second_program_is_turned_away_with_a_sentence()
    {
        using var world = new World();

        var error = Assert.ThrowsExactly<IOException>(world.Open);

        StringAssert.Contains(error.Message, "another program has the database open");
    }

    [TestMethod]
    public void Queries_take_the_index_that_finds_few_rows_as_tables_grow()
    {
        using var world = new World();
        var program = new EntityReference("fix_order", world.Order());
        EntityReference[] customers = [.. Enumerable.Range(0, 60).Select(i => new EntityReference("account", world.Account($"{i}")))];
        world.Service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection(
                [.. Enumerable.Range(0, 1200).Select(i => World.OrderRow(("fix_parentid", (object?)program), ("fix_customerid", customers[i % 60])))]),
        });
        world.Dataverse.Dispose();

        using var connection = new SqliteConnection($"Data Source={world.DatabasePath};Pooling=False");
        connection.Open();
        using var plan = connection.CreateCommand();
        plan.CommandText = "EXPLAIN QUERY PLAN SELECT fix_name FROM fix_order WHERE fix_parentid = @a AND fix_customerid = @b";
        plan.Parameters.AddWithValue("@a", program.Id.ToByteArray(bigEndian: true));
        plan.Parameters.AddWithValue("@b", customers[0].Id.ToByteArray(bigEndian: true));
        using var row = plan.ExecuteReader();
        Assert.IsTrue(row.Read());
        StringAssert.Contains(row.GetString(3), "ix__fix_order__fix_customerid");
    }

    [TestMethod]
    public void Cultures_change_nothing()
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NegativeSign = "~";
        culture.DateTimeFormat.DateSeparator = ".";
        culture.DateTimeFormat.TimeSeparator = "_";
        CultureInfo.CurrentCulture = culture;
        try
        {
            using var world = new World(plugins: true);
            var id = world.Order(
                ("fix_amount", new Money(-1234.5m)), ("fix_rate", -0.5m), ("fix_share", -0.25), ("fix_due", new DateTime(2026, 12, 31)), ("fix_notes", "later"));
            world.Dataverse.Async.RunUntilIdle();

            var row = world.Row("fix_order", id);
            Assert.AreEqual(-1234.5m, ((Money)row["fix_amount"]!).Value);
            Assert.AreEqual(-0.5m, row["fix_rate"]);
            Assert.AreEqual(-0.25, row["fix_share"]);
            Assert.AreEqual(new DateTime(2026, 12, 31), row["fix_due"]);
            Assert.AreEqual("ORD-01000", row["fix_number"]);
            StringAssert.StartsWith(world.Traces().Single(), "later -1234.5 2026-12-31 ");
            var found = world.Service.RetrieveMultiple(new FetchExpression(
                "<fetch><entity name=\"fix_order\"><filter><condition attribute=\"fix_rate\" operator=\"eq\" value=\"-0.5\" /><condition attribute=\"fix_due\" operator=\"on\" value=\"2026-12-31\" /></filter></entity></fetch>"));
            Assert.AreEqual(id, found.Entities.Single().Id);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [TestMethod]
    public async Task A_killed_process_leaves_whole_transactions_and_its_jobs()
    {
        using var world = new World(plugins: true);
        world.Dataverse.Dispose();
        var reported = 0;
        for (var round = 1; round <= 3; round++)
        {
            reported += await LoadAndKill(world.DatabasePath, afterRows: 40 * round);

            using (var connection = new SqliteConnection($"Data Source={world.DatabasePath};Pooling=False"))
            {
                connection.Open();
                TextCollation.Register(connection);
                using var check = connection.CreateCommand();
                check.CommandText = "PRAGMA integrity_check";
                Assert.AreEqual("ok", check.ExecuteScalar());
            }

            world.Reopen();
            var orders = Count(world, "fix_order");
            Assert.IsGreaterThanOrEqualTo(reported, orders, "what was reported as stored is there");
            Assert.AreEqual(orders * 3, Count(world, "fix_line"), "two lines and the one that the step adds");
            Assert.AreEqual(orders, Count(world, "asyncoperation"), "a job for each order");
            world.Dataverse.Async.RunUntilIdle();
            Assert.AreEqual(0L, world.Dataverse.Async.CountOpen());
            world.Dataverse.Dispose();
        }
    }

    private static int Count(World world, string table)
    {
        var row = world.Service.RetrieveMultiple(new FetchExpression(
            $"<fetch aggregate=\"true\"><entity name=\"{table}\"><attribute name=\"createdon\" alias=\"n\" aggregate=\"count\" /></entity></fetch>")).Entities.Single();
        return (int)row.GetAttributeValue<AliasedValue>("n")!.Value!;
    }

    private static async Task<int> LoadAndKill(string database, int afterRows)
    {
        var loader = Path.Combine(AppContext.BaseDirectory, "CrmAddon.Local.Tests.Loader.dll");
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet")
        {
            ArgumentList = { loader, database, World.Base, World.Fixture, World.Plugins },
            RedirectStandardOutput = true,
        })!;
        var rows = 0;
        while (rows < afterRows && await process.StandardOutput.ReadLineAsync() is not null)
        {
            rows++;
        }

        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        Assert.AreEqual(afterRows, rows, "the loader ran until it was killed");
        return rows;
    }

    private static LocalDataverse Open(World world, SolutionCopy solution) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = world.DatabasePath,
        SolutionFolders = [World.Base, solution.Path],
        Clock = world.Clock,
    });
}
