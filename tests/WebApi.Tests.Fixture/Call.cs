using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.WebApi.Tests.Plugins;

/// <summary>What a plug-in is called with.</summary>
internal sealed class Call(IServiceProvider services)
{
    public IPluginExecutionContext Context { get; } = (IPluginExecutionContext)services.GetService(typeof(IPluginExecutionContext))!;

    public ITracingService Trace { get; } = (ITracingService)services.GetService(typeof(ITracingService))!;

    public IOrganizationService Service =>
        ((IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(Context.UserId);

    public object? Input(string name) => Context.InputParameters.TryGetValue(name, out var value) ? value : null;
}
