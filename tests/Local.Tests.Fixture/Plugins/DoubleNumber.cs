using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>Answers the custom API fix_Double.</summary>
[CustomApi("fix_Double")]
public sealed class DoubleNumber : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        var number = (int)step.Context.InputParameters["fix_Number"]!;
        step.Context.OutputParameters["fix_Result"] = number < 0 ? "minus" : (object)(number * 2);
        step.Leave($"{step.Context.MessageName} {step.Context.Stage}");
    }
}
