using System;
using System.IO;
using CrmAddon.Local;
using CrmAddon.Plugins.Deals;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>The real solution and plug-ins on a local Dataverse of their own, in process.</summary>
internal sealed class LocalHost : IScenarioHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("crmaddon-plugins-").FullName;

    public LocalHost(TimeProvider clock) => Dataverse = LocalDataverse.Open(new LocalDataverseOptions
    {
        DatabasePath = Path.Combine(_folder, "world.db"),
        SolutionFolders = [Path.Combine(Repository.Root, "local", "base"), Path.Combine(Repository.Root, "solution", "src")],
        PluginAssemblies = [typeof(OpportunityChanged).Assembly.Location],
        Clock = clock,
    });

    public LocalDataverse Dataverse { get; }

    public IOrganizationService CreateService(Guid? user = null) => Dataverse.CreateService(user);

    public void RunUntilIdle() => Dataverse.Async.RunUntilIdle();

    public void Dispose()
    {
        Dataverse.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
