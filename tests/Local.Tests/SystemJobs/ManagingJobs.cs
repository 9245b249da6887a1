using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.SystemJobs;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.SystemJobs;

[TestClass]
public sealed class ManagingJobs
{
    [TestMethod]
    public void Jobs_can_be_listed_the_newest_first()
    {
        using var world = new World(plugins: true);
        var first = world.Order(("fix_notes", "later"));
        world.Clock.Advance(TimeSpan.FromSeconds(1));
        world.Order(("fix_notes", "later fail"));

        var jobs = world.Dataverse.Async.List();

        Assert.HasCount(2, jobs);
        Assert.AreEqual((SystemJobState.Ready, SystemJobStatus.WaitingForResources), (jobs[1].State, jobs[1].Status));
        Assert.AreEqual(("CrmAddon.Local.Tests.Plugins.LaterOrders", "Create", "fix_order", first), (jobs[1].Name, jobs[1].Message, jobs[1].Table, jobs[1].RowId));
        Assert.HasCount(2, world.Dataverse.Async.List(SystemJobState.Ready));
        Assert.HasCount(1, world.Dataverse.Async.List(most: 1));
        Assert.IsEmpty(world.Dataverse.Async.List(SystemJobState.Completed));
        Assert.IsNull(world.Dataverse.Async.Find(Guid.NewGuid()));
    }

    [TestMethod]
    public void A_failed_job_can_be_read_with_its_error_and_tried_again()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later fail"));
        world.Dataverse.Async.RunUntilIdle();
        var id = world.Dataverse.Async.List().Single().Id;

        var failed = world.Dataverse.Async.Find(id)!;
        Assert.AreEqual(SystemJobStatus.Failed, failed.Status);
        Assert.AreEqual((ErrorCodes.IsvAborted, "It can't be done."), (failed.ErrorCode, failed.Error));
        Assert.IsNotNull(failed.CompletedOn);

        world.Dataverse.Async.Retry(id);

        Assert.AreEqual((SystemJobState.Ready, null), (world.Dataverse.Async.Find(id)!.State, world.Dataverse.Async.Find(id)!.Error));
        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle());
        CollectionAssert.AreEqual(new[] { "lost", "lost" }, world.Traces());
    }

    [TestMethod]
    public void A_job_that_succeeded_is_not_tried_again()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Dataverse.Async.RunUntilIdle();

        World.Refused(
            ErrorCodes.InvalidArgument, "can't be tried again", () => world.Dataverse.Async.Retry(world.Dataverse.Async.List().Single().Id));
    }

    [TestMethod]
    public void A_canceled_job_does_not_run()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        var id = world.Dataverse.Async.List().Single().Id;

        world.Dataverse.Async.Cancel(id);

        Assert.AreEqual((SystemJobState.Completed, SystemJobStatus.Canceled), Standing(world, id));
        Assert.AreEqual(0, world.Dataverse.Async.RunUntilIdle());
        Assert.IsEmpty(world.Traces());
        World.Refused(ErrorCodes.AsyncOperationInvalidStateChangeToComplete, "state transition is not valid", () => world.Dataverse.Async.Cancel(id));
        World.Refused(ErrorCodes.AsyncOperationInvalidStateChangeToReady, "state transition is not valid", () => world.Dataverse.Async.Resume(id));
    }

    [TestMethod]
    public void A_postponed_job_waits_for_its_time_or_for_whoever_resumes_it()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Order(("fix_notes", "later"));
        var ids = world.Dataverse.Async.List().Select(j => j.Id).ToArray();
        Array.ForEach(ids, id => world.Dataverse.Async.Postpone(id, world.Clock.GetUtcNow().UtcDateTime.AddHours(1)));
        Assert.AreEqual((SystemJobState.Suspended, SystemJobStatus.Waiting), Standing(world, ids[0]));
        Assert.AreEqual(0, world.Dataverse.Async.RunReady());

        world.Dataverse.Async.Resume(ids[0]);
        Assert.AreEqual(1, world.Dataverse.Async.RunReady());
        world.Clock.Advance(TimeSpan.FromHours(1));
        Assert.AreEqual(1, world.Dataverse.Async.RunReady());
    }

    [TestMethod]
    public void Users_manage_jobs_by_updating_their_rows()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        var id = world.Dataverse.Async.List().Single().Id;

        world.Service.Update(new Entity("asyncoperation", id) { ["postponeuntil"] = world.Clock.GetUtcNow().UtcDateTime.AddDays(1) });
        Assert.AreEqual((SystemJobState.Suspended, SystemJobStatus.Waiting), Standing(world, id));
        world.Service.Update(new Entity("asyncoperation", id) { ["statecode"] = new OptionSetValue(JobState.Ready) });
        Assert.AreEqual((SystemJobState.Ready, SystemJobStatus.WaitingForResources), Standing(world, id));
        Assert.IsNull(world.Dataverse.Async.Find(id)!.PostponedUntil);
        world.Service.Execute(new SetStateRequest
        {
            EntityMoniker = new EntityReference("asyncoperation", id),
            State = new OptionSetValue(JobState.Completed),
            Status = new OptionSetValue(JobStatus.Canceled),
        });
        Assert.AreEqual((SystemJobState.Completed, SystemJobStatus.Canceled), Standing(world, id));
    }

    [TestMethod]
    public void Only_what_the_platform_supports_can_be_changed()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        var id = world.Dataverse.Async.List().Single().Id;

        World.Refused(
            ErrorCodes.InvalidArgument, "'name' of a system job", () => world.Service.Update(new Entity("asyncoperation", id) { ["name"] = "mine" }));
        World.Refused(
            ErrorCodes.AsyncOperationInvalidStateChangeToSuspended,
            "not valid",
            () => world.Service.Update(new Entity("asyncoperation", id) { ["statecode"] = new OptionSetValue(JobState.Suspended) }));
        World.Refused(
            ErrorCodes.AsyncOperationInvalidStateChangeToComplete,
            "not valid",
            () => world.Service.Update(new Entity("asyncoperation", id)
            {
                ["statecode"] = new OptionSetValue(JobState.Completed),
                ["statuscode"] = new OptionSetValue(JobStatus.Succeeded),
            }));
        World.Refused(
            ErrorCodes.AsyncOperationInvalidStateChange,
            "not valid",
            () => world.Service.Update(new Entity("asyncoperation", id) { ["statecode"] = new OptionSetValue(JobState.Locked) }));
    }

    [TestMethod]
    public void A_job_can_be_deleted()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));

        world.Service.Delete("asyncoperation", world.Dataverse.Async.List().Single().Id);

        Assert.AreEqual(0, world.Dataverse.Async.RunUntilIdle());
    }

    [TestMethod]
    public void A_job_goes_when_it_succeeded_if_its_step_says_so()
    {
        using var world = new World(plugins: true);
        var id = world.Service.Create(new Entity("fix_note") { ["fix_text"] = "x" });
        world.Service.Update(new Entity("fix_note", id) { ["fix_text"] = "y" });
        Assert.HasCount(1, world.Dataverse.Async.List());

        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle());

        Assert.IsEmpty(world.Dataverse.Async.List());
        world.Service.Update(new Entity("fix_note", id) { ["fix_text"] = "fail" });
        world.Dataverse.Async.RunUntilIdle();
        Assert.AreEqual("It stays.", world.Dataverse.Async.List().Single().Error);
    }

    [TestMethod]
    public void A_request_can_be_carried_out_as_a_job()
    {
        using var world = new World(plugins: true);
        var account = new EntityReference("account", world.Account());

        var response = (ExecuteAsyncResponse)world.Service.Execute(new ExecuteAsyncRequest
        {
            Request = new CreateRequest { Target = World.OrderRow(("fix_customerid", account), ("fix_amount", new Money(1.5m))) },
        });
        Assert.IsEmpty(world.All("fix_order"));
        var job = world.Dataverse.Async.Find(response.AsyncJobId)!;
        Assert.AreEqual(("Create", SystemJobState.Ready), (job.Name, job.State));

        world.Dataverse.Async.RunUntilIdle();

        Assert.AreEqual(1.5m, world.All("fix_order", "fix_amount").Single().GetAttributeValue<Money>("fix_amount")!.Value);
        Assert.AreEqual(SystemJobStatus.Succeeded, world.Dataverse.Async.Find(response.AsyncJobId)!.Status);
    }

    [TestMethod]
    public void A_request_that_fails_as_a_job_says_why()
    {
        using var world = new World();
        world.Service.Execute(new ExecuteAsyncRequest { Request = new DeleteRequest { Target = new EntityReference("account", Guid.NewGuid()) } });

        Assert.AreEqual(1, world.Dataverse.Async.RunUntilIdle());

        var job = world.Dataverse.Async.List().Single();
        Assert.AreEqual((SystemJobStatus.Failed, ErrorCodes.ObjectDoesNotExist), (job.Status, job.ErrorCode));
        World.Refused(
            ErrorCodes.InvalidArgument,
            "can't be carried out by ExecuteAsync",
            () => world.Service.Execute(new ExecuteAsyncRequest { Request = new ExecuteTransactionRequest { Requests = [] } }));
    }

    private static (SystemJobState State, SystemJobStatus Status) Standing(World world, Guid id)
    {
        var job = world.Dataverse.Async.Find(id)!;
        return (job.State, job.Status);
    }
}
