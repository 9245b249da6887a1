using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using CrmAddon.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmAddon.Benchmarks.Local;

/// <summary>A temporary folder with the benchmarks' Dataverse and its bare rival; gone at the end.</summary>
internal sealed class Place : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("crmaddon-benchmark-");

    public static string Base => Path.Combine(AppContext.BaseDirectory, "base");

    public static string Solution => Path.Combine(AppContext.BaseDirectory, "Local", "Solution");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    public LocalDataverse Open(string name, bool plugin = false) => LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = File(name),
        SolutionFolders = [Base, Solution],
        PluginAssemblies = plugin ? [typeof(Place).Assembly.Location] : [],
        Rules = PlatformRules.Default with { AggregateLimit = false }, // an aggregate over a million rows is to be measured
    });

    /// <summary>The accounts that the rows point to.</summary>
    public static List<Guid> Accounts(IOrganizationService service)
    {
        var rows = Enumerable.Range(1, RowSource.Accounts).Select(n => new Entity("account") { ["name"] = $"Account {n}" }).ToList();
        var response = (CreateMultipleResponse)service.Execute(
            new CreateMultipleRequest { Targets = new EntityCollection(rows) { EntityName = "account" } });
        return [.. response.Ids];
    }

    public static void CreateMany(IOrganizationService service, int[] numbers, IReadOnlyList<Guid> accounts) =>
        service.Execute(new CreateMultipleRequest
        {
            Targets = new EntityCollection([.. numbers.Select(n => RowSource.Row(n, accounts))]) { EntityName = RowSource.Table },
        });

    public void Dispose() => _folder.Delete(recursive: true);
}
