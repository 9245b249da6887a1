using System;

namespace CrmAddon.Plugins.Tests.Hosts;

/// <summary>These tests run their scenarios through the Dataverse client, over the Web API.</summary>
internal static class ScenarioHost
{
    public static IScenarioHost Open(TimeProvider clock) => new WebApiScenarioHost(clock);
}
