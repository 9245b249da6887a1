using System;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>These tests run their scenarios on the local Dataverse, in process.</summary>
internal static class ScenarioHost
{
    public static IScenarioHost Open(TimeProvider clock) => new LocalHost(clock);
}
