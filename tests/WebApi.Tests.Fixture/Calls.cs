using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.WebApi.Tests.Plugins;

/// <summary>Answers what it was given, value by value.</summary>
[CustomApi("web_Echo")]
public sealed class Echo : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        foreach (var (name, value) in call.Context.InputParameters)
        {
            call.Context.OutputParameters[name] = value;
        }
    }
}

/// <summary>Adds two numbers.</summary>
[CustomApi("web_Sum")]
public sealed class Sum : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        call.Context.OutputParameters["Total"] = (int)call.Input("A")! + (int)call.Input("B")!;
        call.Context.OutputParameters["Label"] = call.Input("Label");
    }
}

/// <summary>Puts something behind a thing's name.</summary>
[CustomApi("web_Touch")]
public sealed class Touch : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        var target = (EntityReference)call.Input("Target")!;
        var thing = call.Service.Retrieve(target.LogicalName, target.Id, new ColumnSet("web_name"));
        call.Service.Update(new Entity(target.LogicalName, target.Id) { ["web_name"] = thing.GetAttributeValue<string>("web_name") + call.Input("Suffix") });
    }
}

/// <summary>Tells a thing's name.</summary>
[CustomApi("web_Describe")]
public sealed class Describe : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        var target = (EntityReference)call.Input("Target")!;
        var thing = call.Service.Retrieve(target.LogicalName, target.Id, new ColumnSet("web_name"));
        call.Context.OutputParameters["Text"] = "This is " + thing.GetAttributeValue<string>("web_name");
    }
}

/// <summary>Refuses, with the numbers that a plug-in may choose.</summary>
[CustomApi("web_Fail")]
public sealed class Fail : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        call.Trace.Trace("Entering Fail.");
        throw new InvalidPluginExecutionException(OperationStatus.Canceled, 12345, (string)call.Input("Message")!);
    }
}
