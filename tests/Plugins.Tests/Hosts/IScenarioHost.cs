using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>
/// What the scenarios need of whatever runs the solution and its plug-ins for them. Each test project has a <c>ScenarioHost</c> of
/// its own that opens one; the scenarios are the same sources everywhere.
/// </summary>
internal interface IScenarioHost : IDisposable
{
    /// <summary>A service as a user; null: an administrator's.</summary>
    IOrganizationService CreateService(Guid? user = null);

    /// <summary>Lets everything happen that asynchronous steps left to do.</summary>
    void RunUntilIdle();
}
