using System.Collections.Generic;
using System.Linq;
using System.Runtime.Serialization;
using CrmAddon.Local.Messages;
using Microsoft.Data.Sqlite;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Local.Tests.SystemJobs;

[TestClass]
public sealed class TroubledJobs
{
    [TestMethod]
    public void A_job_that_can_not_even_be_read_fails_and_the_next_one_runs()
    {
        using var world = new World(plugins: true);
        world.Order(("fix_notes", "later"));
        world.Dataverse.Organization.Database.Run("UPDATE asyncoperation SET data = 'no JSON'");
        world.Order(("fix_notes", "later"));

        Assert.AreEqual(2, world.Dataverse.Async.RunUntilIdle());

        Assert.HasCount(1, world.Traces());
        var failed = world.Dataverse.Async.List().Single(j => j.Status == SystemJobStatus.Failed);
        Assert.AreEqual(ErrorCodes.UnExpected, failed.ErrorCode);
        StringAssert.Contains(failed.Error!, "An unexpected error occurred in the job");
    }

    [TestMethod]
    public void A_value_that_no_column_can_take_fails_its_job_only()
    {
        using var world = new World();
        world.Service.Execute(new ExecuteAsyncRequest { Request = new CreateRequest { Target = new Entity("contact") { ["firstname"] = 5 } } });
        world.Service.Execute(new ExecuteAsyncRequest { Request = new CreateRequest { Target = new Entity("contact") { ["firstname"] = "Ada" } } });

        Assert.AreEqual(2, world.Dataverse.Async.RunUntilIdle());

        Assert.AreEqual("Ada", world.All("contact", "firstname").Single()["firstname"]);
    }

    [TestMethod]
    public void A_type_of_somebodys_own_is_refused_before_a_job_is_made_of_it()
    {
        using var world = new World();
        object[] values = [new Own { Text = "x" }, new[] { new Own() }, new List<Own>(), OwnChoice.One];

        foreach (var value in values)
        {
            var request = new CreateRequest { Target = new Entity("account") { ["name"] = "x" }, ["note"] = value };
            World.Refused(
                ErrorCodes.InvalidArgument,
                "can't be handed to a system job",
                () => world.Service.Execute(new ExecuteAsyncRequest { Request = request }));
        }

        Assert.AreEqual(0, world.Dataverse.Async.CountOpen());
    }

    [TestMethod]
    [DataRow(SystemJobStatus.InProgress, SystemJobStatus.Succeeded, 1)]
    [DataRow(SystemJobStatus.Canceling, SystemJobStatus.Canceled, 0)]
    [Timeout(60_000, CooperativeCancellation = false)]
    public void A_job_whose_end_could_not_be_written_is_given_back_as_soon_as_it_can_be(SystemJobStatus standing, SystemJobStatus expected, int done)
    {
        using var world = new World(plugins: true);
        var database = world.Dataverse.Organization.Database;
        world.Order(("fix_notes", "later"));
        database.Run("CREATE TEMP TRIGGER full BEFORE UPDATE ON main.asyncoperation WHEN NEW.statecode <> 2 BEGIN SELECT RAISE(ABORT, 'no room'); END");

        World.Refused(ErrorCodes.GenericSqlError, "no room", () => world.Dataverse.Async.RunUntilIdle());
        World.Refused(ErrorCodes.GenericSqlError, "no room", () => world.Dataverse.Async.RunUntilIdle());
        database.Run("UPDATE asyncoperation SET statuscode = @0", (int)standing);
        database.Run("DROP TRIGGER full");

        Assert.AreEqual(done, world.Dataverse.Async.RunUntilIdle());
        Assert.AreEqual(expected, world.Dataverse.Async.List().Single().Status);
    }

    [TestMethod]
    public void What_the_file_refuses_is_a_fault_wherever_a_transaction_is()
    {
        using var world = new World();

        World.Refused(
            ErrorCodes.GenericSqlError,
            "the disk is full",
            () => world.Dataverse.Organization.Transactions.Run<int>(() => throw new SqliteException("full", 13)));
        world.Dataverse.Organization.Database.Run("PRAGMA query_only = ON");
        World.Refused(ErrorCodes.GenericSqlError, "read-only", () => world.Dataverse.AssignRole(world.Dataverse.SystemUserId, "Salesperson"));
    }

    private enum OwnChoice
    {
        One,
    }

    [DataContract]
    private sealed class Own
    {
        [DataMember]
        public string? Text { get; set; }
    }
}
