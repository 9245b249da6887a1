using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.SystemJobs;

[TestClass]
public sealed class Jobs
{
    [TestMethod]
    public void An_asynchronous_step_waits_as_a_row_and_runs_with_the_context_of_its_message()
    {
        using var world = new World(plugins: true);
        var account = world.Account();
        var id = world.Order(
            ("fix_notes", "later"), ("fix_amount", new Money(12.34m)), ("fix_due", new DateTime(2026, 3, 31)),
            ("fix_customerid", new EntityReference("account", account)), ("fix_kind", new OptionSetValue(770000001)));

        var job = world.All("asyncoperation", "statecode", "statuscode", "regardingobjectid", "messagename", "primaryentitytype").Single();
        Assert.AreEqual("0/0 Create fix_order", $"{Choice(job, "statecode")}/{Choice(job, "statuscode")} {job["messagename"]} {job["primaryentitytype"]}");
        Assert.AreEqual(new EntityReference("fix_order", id), job["regardingobjectid"]);
        Assert.IsEmpty(world.Traces());
        Assert.AreEqual(1L, world.Dataverse.Async.CountOpen());

        world.Reopen();
        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle(CancellationToken.None));

        CollectionAssert.AreEqual(new[] { "later 12.34 2026-03-31 account Large mode 1 tx False depth 1" }, world.Traces());
        Assert.AreEqual("3/30", State(world));
        Assert.AreEqual(0L, world.Dataverse.Async.CountOpen());
        Assert.AreEqual(0, world.Dataverse.Async.RunUntilIdle(CancellationToken.None));
    }

    [TestMethod]
    public void Jobs_run_in_order_of_creation_and_so_do_those_that_jobs_leave()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later more"));
        world.Order(("fix_notes", "later"), ("fix_amount", new Money(1)));

        Assert.AreEqual(3, world.Dataverse.Async.RunUntilIdle());

        CollectionAssert.AreEqual(
            new[] { "later 1 - - - mode 1 tx False depth 1", "later - - - - mode 1 tx False depth 2" }, world.Traces());
    }

    [TestMethod]
    public void A_failed_job_leaves_its_message_and_what_it_wrote_before()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later fail"));

        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle());

        CollectionAssert.AreEqual(new[] { "lost" }, world.Traces(), "an asynchronous step has no transaction");
        var job = world.Row("asyncoperation", world.All("asyncoperation").Single().Id);
        Assert.AreEqual("3/31", State(world));
        Assert.AreEqual("It can't be done.", job["friendlymessage"]);
        Assert.IsTrue(job.Contains("data"), "kept for whoever looks into it");
    }

    [TestMethod]
    public void A_retry_gets_four_attempts_with_waits_that_double()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later retry"));
        var waits = new List<double>();

        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle(CancellationToken.None, p =>
        {
            if (p.WaitsUntil is { } until)
            {
                var wait = until - world.Clock.GetUtcNow().UtcDateTime;
                waits.Add(wait.TotalSeconds);
                world.Clock.Advance(wait);
            }
        }));

        CollectionAssert.AreEqual(new[] { 1d, 2d, 4d }, waits);
        Assert.AreEqual("3/31", State(world));
        Assert.AreEqual(3, world.All("asyncoperation", "retrycount").Single()["retrycount"]);
        CollectionAssert.AreEqual(new[] { "attempt", "attempt", "attempt", "attempt" }, world.Traces());
    }

    [TestMethod]
    public void A_retry_that_succeeds_is_done_and_RunReady_does_not_wait_for_it()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later twice"));

        Assert.AreEqual(0, world.Dataverse.Async.RunReady());
        Assert.AreEqual("1/10", State(world));
        Assert.AreEqual(0, world.Dataverse.Async.RunReady(), "not due");
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.AreEqual(0, world.Dataverse.Async.RunReady(), "second attempt");
        world.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.AreEqual(1, world.Dataverse.Async.RunReady());

        CollectionAssert.AreEqual(new[] { "third time" }, world.Traces());
        Assert.AreEqual("3/30", State(world));
    }

    [TestMethod]
    public void A_call_of_a_job_can_fail_alone()
    {
        using var world = new World(plugins: true);
        var id = world.Order(("fix_notes", "later swallow"));

        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle());

        CollectionAssert.AreEqual(new[] { "went on" }, world.Traces());
        Assert.AreEqual("3/30", State(world));
        Assert.AreEqual(id, world.All("fix_order").Single().Id);
    }

    [TestMethod]
    public void A_job_of_a_step_that_is_gone_fails_with_a_sentence()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Dataverse.Dispose();

        using var bare = LocalDataverse.Open(new LocalDataverseOptions { DatabasePath = world.DatabasePath, SolutionFolders = [World.Base, World.Fixture] });
        Assert.AreEqual(1, bare.Async.RunUntilIdle());
        var row = bare.CreateService().RetrieveMultiple(
            new Microsoft.Xrm.Sdk.Query.QueryExpression("asyncoperation") { ColumnSet = new Microsoft.Xrm.Sdk.Query.ColumnSet("friendlymessage") }).Entities.Single();
        StringAssert.Contains((string)row["friendlymessage"]!, "is no longer registered");
    }

    [TestMethod]
    public void A_run_can_be_cancelled_between_jobs()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Order(("fix_notes", "later"));
        using var source = new CancellationTokenSource();

        Assert.ThrowsExactly<OperationCanceledException>(() => world.Dataverse.Async.RunUntilIdle(source.Token, _ => source.Cancel()));

        Assert.HasCount(1, world.Traces());
        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle());
    }

    private static int Choice(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)!.Value;

    private static string State(World world)
    {
        var job = world.All("asyncoperation", "statecode", "statuscode").Single();
        return $"{Choice(job, "statecode")}/{Choice(job, "statuscode")}";
    }
}
