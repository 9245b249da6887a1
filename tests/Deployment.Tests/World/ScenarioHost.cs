using System;
using System.IO;
using CrmAddon.Deployment.Tests;
using CrmAddon.Local;
using CrmAddon.Worker.Tests;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>These tests run their scenarios where the worker has deployed the add-on: with the plug-ins out of the package, as they ship.</summary>
internal static class ScenarioHost
{
    public static IScenarioHost Open(TimeProvider clock) => new DeployedHost(clock);

    private sealed class DeployedHost : IScenarioHost
    {
        private readonly TestFolder _folder = new();
        private readonly LocalDataverse _dataverse;

        public DeployedHost(TimeProvider clock)
        {
            File.Copy(TestEnvironment.DeployedDatabaseAsync().GetAwaiter().GetResult(), _folder["crm.db"]);
            _dataverse = TestEnvironment.Open(_folder["crm.db"], clock);
        }

        public IOrganizationService CreateService(Guid? user = null) => _dataverse.CreateService(user);

        public void RunUntilIdle() => _dataverse.Async.RunUntilIdle();

        public void Dispose()
        {
            _dataverse.Dispose();
            _folder.Dispose();
        }
    }
}
