using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using CrmAddon.Local;
using CrmAddon.Local.Trial;
using CrmAddon.Local.Trial.Deals;
using CrmAddon.Local.Trial.Setup;
using CrmAddon.Rules;
using CrmAddon.Worker.Usage.Focus;
using Microsoft.Data.Sqlite;
using Spectre.Console;

namespace CrmAddon.Benchmarks;

/// <summary>
/// The sample's 8,800 deals, each created, staffed, registered, moved on, won or lost, through every plug-in, into a new file.
/// The rival is SQLite alone: as many rows of the same size, inserted by a prepared statement, one transaction a row.
/// </summary>
internal static class BulkDeals
{
    private static readonly string[] Written =
        ["opportunity", "opportunityclose", "cov_dealpartner", "cov_dealregistration", "cov_split", "cov_ruling", "cov_entry"];

    public static int Run(string? deals)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("crmaddon-bulk-");
        try
        {
            string carried = AppContext.BaseDirectory;
            string samples = Path.Combine(carried, "samples");
            var options = new TrialOptions(
                Path.Combine(folder.FullName, "bulk.db"),
                Path.Combine(samples, "cloud-infrastructure.rules"),
                deals ?? Path.Combine(samples, "crm", "sales_pipeline.csv"),
                [],
                new Dictionary<FocusColumn, string>(),
                IsDelta: false,
                Close: new Month(2026, 3),
                Mails: folder.FullName,
                Samples: samples);
            using LocalDataverse dataverse = LocalDataverse.Open(new LocalDataverseOptions
            {
                DatabasePath = options.Database,
                SolutionFolders = [Path.Combine(carried, "base"), Path.Combine(carried, "solution")],
                PluginAssemblies = [Path.Combine(carried, "plugins", "CrmAddon.Plugins.dll")],
            });
            var narrator = new Narrator(AnsiConsole.Console);
            (string text, RuleProgram program) = RuleFile.Read(options.Rules, narrator) ?? throw new InvalidOperationException("The sample program has errors.");
            var world = new World(options, dataverse, narrator, program, text);
            new MasterData(world).Load();
            new Publication(world).Publish();

            using var memory = new MemoryWatch();
            narrator.Step("Deals through the pipeline");
            DealAccount account = new DealLoading(world).Load(CancellationToken.None);
            long rows = Written.Sum(table => (long)Count(world, table));
            double bare = BareInserts(folder, rows, new FileInfo(options.Database).Length / Math.Max(rows, 1));

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"deals          {account.Stored,10:N0}   {account.Rate,10:N0} a second"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rows           {rows,10:N0}   {rows / account.Took.TotalSeconds,10:N0} a second"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bare SQLite    {rows,10:N0}   {bare,10:N0} a second, {bare / (rows / account.Took.TotalSeconds):N1} times as fast"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory, MB     first quarter {memory.At(0.25):N0}, half {memory.At(0.5):N0}, three quarters {memory.At(0.75):N0}, end {memory.At(1):N0}"));
            return account.Rate >= 200 ? 0 : 1;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static int Count(World world, string table)
    {
        string id = table == "opportunityclose" ? "activityid" : table + "id";
        var query = new Microsoft.Xrm.Sdk.Query.FetchExpression(
            $"<fetch aggregate='true'><entity name='{table}'><attribute name='{id}' alias='rows' aggregate='count'/></entity></fetch>");
        return Convert.ToInt32(
            ((Microsoft.Xrm.Sdk.AliasedValue)world.Service.RetrieveMultiple(query).Entities[0]["rows"]!).Value, CultureInfo.InvariantCulture);
    }

    private static double BareInserts(DirectoryInfo folder, long rows, long bytes)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "bare.db")}");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode=WAL");
        Execute(connection, "PRAGMA synchronous=NORMAL");
        Execute(connection, "CREATE TABLE bare (id BLOB PRIMARY KEY, content TEXT) WITHOUT ROWID");
        using SqliteCommand insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO bare VALUES ($id, $content)";
        SqliteParameter id = insert.Parameters.Add("$id", SqliteType.Blob);
        insert.Parameters.AddWithValue("$content", new string('x', (int)Math.Max(bytes - 16, 16)));
        insert.Prepare();
        var watch = Stopwatch.StartNew();
        for (long row = 0; row < rows; row++)
        {
            id.Value = Guid.CreateVersion7().ToByteArray();
            insert.ExecuteNonQuery();
        }

        return rows / watch.Elapsed.TotalSeconds;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
