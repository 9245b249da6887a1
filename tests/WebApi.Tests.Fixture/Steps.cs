using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.WebApi.Tests.Plugins;

/// <summary>Refuses things of a certain name, and shows what the request's tag was.</summary>
[Step("5eb00000-0000-0000-0000-000000000001", Message = "Create", Table = "web_thing", Stage = Stage.PreOperation)]
public sealed class WatchThings : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        var target = (Entity)call.Input("Target")!;
        if (target.GetAttributeValue<string>("web_name") == "refused")
        {
            throw new InvalidPluginExecutionException("A thing may not be called refused.");
        }

        if (call.Context.SharedVariables.TryGetValue("tag", out var tag))
        {
            target["web_notes"] = "tag: " + tag;
        }
    }
}
