using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Solutions;

[TestClass]
public sealed class Importing
{
    [TestMethod]
    public void An_imported_solution_declares_what_its_folder_declares()
    {
        using var folder = new TestEnvironment(TestEnvironment.AddOn);
        using var empty = new TestEnvironment();
        Assert.IsFalse(empty.Has("cov_partner"));

        empty.Import(TestEnvironment.Packed(TestEnvironment.AddOn));

        CollectionAssert.AreEqual(TestEnvironment.Definitions(folder.Dataverse).ToArray(), TestEnvironment.Definitions(empty.Dataverse).ToArray());
        foreach (var table in new[] { "systemform", "savedquery", "savedqueryvisualization", "appmodule", "appmodulecomponent", "sitemap", "webresource", "workflow", "customapi", "customapirequestparameter", "role" })
        {
            CollectionAssert.AreEquivalent(folder.All(table).Select(r => r.Id).ToArray(), empty.All(table).Select(r => r.Id).ToArray(), table);
        }

        Assert.AreEqual(folder.All("solutioncomponent").Count, empty.All("solutioncomponent").Count);
    }

    [TestMethod]
    public void What_was_imported_is_there_after_reopening()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        var thing = environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one", ["sml_count"] = 3 });

        environment.Reopen();

        Assert.AreEqual(3, environment.Row("sml_thing", thing)["sml_count"]);
        Assert.AreEqual("1.0.0.0", environment.Solution("Small")!["version"]);
        Assert.AreEqual("Thing", environment.Row("systemform", SmallSolution.Form)["name"]);
    }

    [TestMethod]
    public void The_same_package_a_second_time_changes_nothing()
    {
        using var environment = new TestEnvironment();
        var file = new SmallSolution().Pack();
        environment.Import(file);
        environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one" });
        var before = environment.Contents();

        environment.Import(file);

        CollectionAssert.AreEqual(before, environment.Contents());
    }

    [TestMethod]
    public void The_add_on_a_second_time_changes_nothing()
    {
        using var environment = new TestEnvironment();
        var file = TestEnvironment.Packed(TestEnvironment.AddOn);
        environment.Import(file);
        var before = environment.Contents();

        environment.Import(file);

        CollectionAssert.AreEqual(before, environment.Contents());
    }

    [TestMethod]
    public void A_newer_version_adds_and_changes_columns_and_keeps_rows()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution());
        var thing = environment.Service.Create(new Entity("sml_thing") { ["sml_name"] = "one", ["sml_code"] = "A" });

        environment.Import(new SmallSolution { Version = "1.1.0.0", Columns = [("sml_code", "ntext"), ("sml_since", "datetime")] });

        environment.Service.Update(new Entity("sml_thing", thing) { ["sml_since"] = new DateTime(2026, 1, 2, 0, 0, 0, DateTimeKind.Utc) });
        Assert.AreEqual("A", environment.Row("sml_thing", thing)["sml_code"]);
        Assert.AreEqual("1.1.0.0", environment.Solution("Small")!["version"]);
        Assert.IsTrue(environment.Has("sml_thing", "sml_count"), "an unmanaged import removes nothing");
    }

    [TestMethod]
    public void A_job_tells_of_the_import()
    {
        using var environment = new TestEnvironment();

        var job = environment.Row("importjob", environment.Import(new SmallSolution()));

        Assert.AreEqual(100d, job["progress"]);
        Assert.AreEqual("Small", job["solutionname"]);
        Assert.IsTrue(job.Contains("startedon") && job.Contains("completedon"));
        StringAssert.Contains((string)job["data"]!, "result=\"success\"");
    }

    [TestMethod]
    public void An_asynchronous_import_is_a_system_job()
    {
        using var environment = new TestEnvironment();
        var key = Guid.NewGuid();

        var response = (ImportSolutionAsyncResponse)environment.Service.Execute(new ImportSolutionAsyncRequest { CustomizationFile = new SmallSolution().Pack(), ImportJobId = key });

        var job = response.AsyncOperationId;
        Assert.AreEqual(key.ToString("D"), response.ImportJobKey);
        Assert.AreEqual(0, environment.Row("asyncoperation", job).GetAttributeValue<OptionSetValue>("statecode")!.Value);
        Assert.IsFalse(environment.Has("sml_thing"));
        environment.Dataverse.Async.RunUntilIdle();
        var row = environment.Row("asyncoperation", job);
        Assert.AreEqual(30, row.GetAttributeValue<OptionSetValue>("statuscode")!.Value, row.GetAttributeValue<string>("message"));
        Assert.AreEqual(203, row.GetAttributeValue<OptionSetValue>("operationtype")!.Value);
        Assert.AreEqual(100d, environment.Row("importjob", key)["progress"]);
        Assert.IsTrue(environment.Has("sml_thing"));
    }

    [TestMethod]
    public void Components_are_rows_that_say_whose_they_are()
    {
        using var environment = new TestEnvironment();
        environment.Import(new SmallSolution { IsManaged = true });

        var solution = environment.Solution("Small")!;
        var form = environment.Row("systemform", SmallSolution.Form);
        Assert.AreEqual(true, solution["ismanaged"]);
        Assert.AreEqual("Small Inc.", environment.Row("publisher", solution.GetAttributeValue<EntityReference>("publisherid")!.Id)["friendlyname"]);
        Assert.AreEqual("sml_thing", form["objecttypecode"]);
        Assert.AreEqual(2, form.GetAttributeValue<OptionSetValue>("type")!.Value);
        Assert.AreEqual("<form><tabs><tab name=\"general\" /></tabs></form>", form["formxml"]);
        Assert.AreEqual(true, form["ismanaged"]);
        Assert.AreEqual(solution.Id, form["solutionid"]);
        Assert.AreEqual("YWxlcnQoJ3NtYWxsJyk7", environment.Row("webresource", SmallSolution.Script)["content"]);
        Assert.AreEqual(2, environment.All("solutioncomponent").Count(c => c.GetAttributeValue<EntityReference>("solutionid")!.Id == solution.Id));
    }

    [TestMethod]
    public void A_solution_of_a_folder_and_an_import_of_the_same_name_the_import_lies_on_top()
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-solution-").FullName;
        try
        {
            new SmallSolution().Write(folder);
            using var environment = new TestEnvironment(folder);
            Assert.AreEqual("1.0.0.0", environment.Solution("Small")!["version"]);

            environment.Import(new SmallSolution { Version = "2.0.0.0", Columns = [("sml_extra", "nvarchar")], FormXml = "<form><tabs /></form>" });
            environment.Reopen(folder);

            Assert.AreEqual("2.0.0.0", environment.Solution("Small")!["version"]);
            Assert.AreEqual("<form><tabs /></form>", environment.Row("systemform", SmallSolution.Form)["formxml"]);
            Assert.IsTrue(environment.Has("sml_thing", "sml_extra") && environment.Has("sml_thing", "sml_code"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [TestMethod]
    public void Definitions_get_another_stamp()
    {
        using var environment = new TestEnvironment();
        var before = environment.Dataverse.Organization.Definitions.Stamp;

        environment.Import(new SmallSolution());

        Assert.AreNotEqual(before, environment.Dataverse.Organization.Definitions.Stamp);
    }

    [TestMethod]
    public async Task Others_read_and_write_while_a_solution_is_imported()
    {
        using var environment = new TestEnvironment();
        using var stop = new System.Threading.CancellationTokenSource();
        var rows = Task.Run(() =>
        {
            var count = 0;
            while (!stop.IsCancellationRequested)
            {
                environment.Service.Create(new Entity("account") { ["name"] = "Contoso" });
                count++;
                Assert.AreEqual(count, environment.All("account", "name").Count);
            }

            return count;
        });

        environment.Import(new SmallSolution());
        environment.Import(new SmallSolution { Version = "1.1.0.0", Columns = [("sml_more", "int")] });
        await stop.CancelAsync();

        Assert.AreEqual(await rows, environment.All("account", "name").Count);
    }
}
