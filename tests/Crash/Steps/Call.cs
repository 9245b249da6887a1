using System;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Crash.Steps;

/// <summary>The context and the service of one execution.</summary>
internal sealed class Call
{
    public Call(IServiceProvider services)
    {
        Context = (IPluginExecutionContext)services.GetService(typeof(IPluginExecutionContext))!;
        Service = ((IOrganizationServiceFactory)services.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(Context.UserId);
    }

    public IPluginExecutionContext Context { get; }

    public IOrganizationService Service { get; }
}
