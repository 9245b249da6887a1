using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Solutions;

/// <summary>A process that is killed while it imports leaves one version or the other, whole.</summary>
[TestClass]
public sealed class Killed
{
    private const int Versions = 60;

    [TestMethod]
    public async Task An_import_that_is_killed_is_done_or_not_done_and_done_at_the_next_start()
    {
        var folder = Directory.CreateTempSubdirectory("crmaddon-killed-").FullName;
        try
        {
            var packages = Directory.CreateDirectory(Path.Combine(folder, "packages")).FullName;
            for (var number = 1; number <= Versions; number++)
            {
                await File.WriteAllBytesAsync(Path.Combine(packages, $"1.{number}.0.0.zip"), Package(number).Pack());
            }

            var database = Path.Combine(folder, "test.db");
            var random = new Random(20261123);
            for (var kill = 0; kill < 5; kill++)
            {
                await KillOneAsync(database, packages, random.Next(300, 1500));
                Check(database);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static SmallSolution Package(int number) => new()
    {
        Version = string.Create(CultureInfo.InvariantCulture, $"1.{number}.0.0"),
        IsManaged = true,
        Columns = [("sml_code", "nvarchar"), (string.Create(CultureInfo.InvariantCulture, $"sml_v{number}"), "int")],
        FormXml = string.Create(CultureInfo.InvariantCulture, $"<form id=\"v{number}\" />"),
    };

    private static async Task KillOneAsync(string database, string packages, int afterMilliseconds)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "CrmAddon.Crash.dll"), "imports", database, packages },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        Assert.AreEqual("ready", await process.StandardOutput.ReadLineAsync(), await Soon(errors));
        await Task.Delay(afterMilliseconds);
        process.Kill();
        await process.WaitForExitAsync();
        Assert.AreEqual("", await errors);
    }

    private static async Task<string> Soon(Task<string> errors) => await Task.WhenAny(errors, Task.Delay(10)) == errors ? await errors : "";

    private static void Check(string database)
    {
        using var dataverse = LocalDataverse.Open(new LocalDataverseOptions { DatabasePath = database, SolutionFolders = [World.Base] });
        var service = dataverse.CreateService();
        var before = Whole(dataverse, service);

        // The job of a killed import is still there, and is done now.
        dataverse.Async.RunUntilIdle();
        var after = Whole(dataverse, service);
        Assert.IsTrue(after == before || after == before + 1, $"{before} became {after}");
        foreach (var job in service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression("importjob") { ColumnSet = new(true) }).Entities)
        {
            Assert.IsTrue(job.Contains("completedon"));
            StringAssert.Contains(job.GetAttributeValue<string>("data")!, "success");
        }

        if (after > 0)
        {
            service.Create(new Entity("sml_thing") { ["sml_name"] = "one" });
        }
    }

    /// <summary>The number of the version that is installed; all of it has to be of that version.</summary>
    private static int Whole(LocalDataverse dataverse, IOrganizationService service)
    {
        var solution = service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression("solution") { ColumnSet = new(true) }).Entities.FirstOrDefault(s => (string)s["uniquename"]! == "Small");
        if (solution is null)
        {
            Assert.IsNull(dataverse.Organization.Metadata.Find("sml_thing"));
            return 0;
        }

        var number = new Version((string)solution["version"]!).Minor;
        var column = string.Create(CultureInfo.InvariantCulture, $"sml_v{number}");
        var columns = dataverse.Organization.Table("sml_thing").Columns.Select(c => c.Name).Where(c => c.StartsWith("sml_v", StringComparison.Ordinal)).ToArray();
        CollectionAssert.AreEqual(new[] { column }, columns);
        Assert.AreEqual(string.Create(CultureInfo.InvariantCulture, $"<form id=\"v{number}\" />"), service.Retrieve("systemform", SmallSolution.Form, new(true))["formxml"]);
        service.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression("sml_thing") { ColumnSet = new(column) });
        return number;
    }
}
