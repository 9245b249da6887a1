using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.Messages;
using CrmAddon.Local.SystemJobs;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Local.Tests.SystemJobs;

[TestClass]
public sealed class Working
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    [TestMethod]
    public void Workers_take_jobs_as_they_come()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Dataverse.Async.StartWorkers(3);
        for (var i = 0; i < 20; i++)
        {
            world.Order(("fix_notes", i % 2 == 0 ? "later" : "later more"));
        }

        Assert.IsTrue(SpinWait.SpinUntil(() => world.Dataverse.Async.CountOpen() == 0, Longest));
        world.Dataverse.Async.StopWorkers();

        Assert.HasCount(21, world.Traces(), "one for each order, or for the order that its job leaves");
        Assert.IsTrue(world.Dataverse.Async.List().All(j => j.Status == SystemJobStatus.Succeeded));
        Assert.IsNull(world.Dataverse.Async.WorkersError);
    }

    [TestMethod]
    public void RunUntilIdle_waits_for_the_workers_too()
    {
        using var world = new World(plugins: true);
        for (var i = 0; i < 20; i++)
        {
            world.Order(("fix_notes", "later more"));
        }

        world.Dataverse.Async.StartWorkers();
        world.Dataverse.Async.RunUntilIdle();

        Assert.HasCount(20, world.Traces());
    }

    [TestMethod]
    public void Clients_and_workers_work_beside_each_other()
    {
        using var world = new World(plugins: true);
        world.Dataverse.Async.StartWorkers(2);

        Parallel.For(0, 4, client =>
        {
            var service = world.Dataverse.CreateService();
            for (var i = 0; i < 25; i++)
            {
                service.Create(World.OrderRow(("fix_notes", "later"), ("fix_code", $"{client}-{i}")));
            }
        });
        world.Dataverse.Async.RunUntilIdle();

        var numbers = world.All("fix_order", "fix_number").Select(o => (string)o["fix_number"]!).ToList();
        Assert.HasCount(100, numbers.Distinct().ToList());
        Assert.HasCount(100, world.Traces());
    }

    [TestMethod]
    public void Workers_stop_with_the_Dataverse()
    {
        var world = new World(plugins: true);
        world.Dataverse.Async.StartWorkers();
        world.Order(("fix_notes", "later"));

        world.Dispose();
    }

    [TestMethod]
    [DataRow(JobStatus.InProgress, JobState.Ready, JobStatus.WaitingForResources)]
    [DataRow(JobStatus.Canceling, JobState.Completed, JobStatus.Canceled)]
    [DataRow(JobStatus.Pausing, JobState.Suspended, JobStatus.Waiting)]
    public void A_job_that_a_killed_process_had_begun_is_as_its_user_wants_it(int status, int state, int expected)
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Dataverse.Dispose();
        using (var connection = new SqliteConnection($"Data Source={world.DatabasePath};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "UPDATE asyncoperation SET statecode = 2, statuscode = @status";
            command.Parameters.AddWithValue("@status", status);
            command.ExecuteNonQuery();
        }

        world.Reopen();

        var job = world.Dataverse.Async.List().Single();
        Assert.AreEqual((state, expected), ((int)job.State, (int)job.Status));
    }

    [TestMethod]
    public void A_full_disk_ends_in_a_sentence_and_loses_nothing()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        var pages = (long)world.Dataverse.Organization.Database.Prepare("PRAGMA page_count").Value()!;
        world.Dataverse.Organization.Database.Run($"PRAGMA max_page_count = {pages + 4}");

        var stored = 1;
        World.Refused(ErrorCodes.GenericSqlError, "the disk is full", () =>
        {
            for (; stored < 10_000; stored++)
            {
                world.Order(("fix_notes", "later"));
            }
        });

        Assert.HasCount(stored, world.All("fix_order"), "reading goes on");
        Assert.HasCount(stored, world.All("asyncoperation"));
        world.Dataverse.Organization.Database.Run("PRAGMA max_page_count = 1000000");
        world.Order(("fix_notes", "later"));
        Assert.AreEqual(stored + 1, world.Dataverse.Async.RunUntilIdle());
        world.Reopen();
        Assert.HasCount(stored + 1, world.Traces());
    }

    [TestMethod]
    public async Task Killed_at_random_points_under_load_nothing_is_half_done()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "CrmAddon.Crash.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { program, "4", "2", "20260315" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.AreEqual(0, process.ExitCode, await output + await errors);
        StringAssert.Contains(await output, "4 kills");
    }
}
