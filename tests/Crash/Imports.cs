using System;
using System.IO;
using System.Linq;
using CrmAddon.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Crash;

/// <summary>Upgrades a managed solution from version to version, until there is no further one or the process is killed.</summary>
internal static class Imports
{
    /// <param name="database">The database file.</param>
    /// <param name="packages">A folder with the solution files, each named after its version.</param>
    public static void Run(string database, string packages)
    {
        using var dataverse = LocalDataverse.Open(new LocalDataverseOptions { DatabasePath = database, SolutionFolders = [Path.Combine(AppContext.BaseDirectory, "Base")] });
        var service = dataverse.CreateService();
        Console.WriteLine("ready");
        dataverse.Async.RunUntilIdle();
        foreach (var file in Directory.GetFiles(packages, "*.zip").OrderBy(Version).Where(f => Version(f) > Installed(service)))
        {
            service.Execute(new OrganizationRequest("StageAndUpgradeAsync") { ["CustomizationFile"] = File.ReadAllBytes(file), ["ImportJobId"] = Guid.NewGuid() });
            dataverse.Async.RunUntilIdle();
            Console.WriteLine(Version(file));
        }
    }

    private static Version Version(string file) => new(Path.GetFileNameWithoutExtension(file));

    private static Version Installed(IOrganizationService service)
    {
        var query = new QueryExpression("solution") { ColumnSet = new ColumnSet("version") };
        query.Criteria.AddCondition("uniquename", ConditionOperator.Equal, "Small");
        return service.RetrieveMultiple(query).Entities.Select(s => new Version(s.GetAttributeValue<string>("version")!)).FirstOrDefault() ?? new Version(0, 0);
    }
}
