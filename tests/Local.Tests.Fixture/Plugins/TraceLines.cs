using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Plugins;

/// <summary>Answers the single messages of lines.</summary>
[Step("53000000-0000-0000-0000-000000000001", Message = "Create", Table = "fix_line", Rank = 2)]
[Step("53000000-0000-0000-0000-000000000002", Message = "Update", Table = "fix_line", Filter = "fix_units", Rank = 2)]
public sealed class TraceLine : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        object? stamp = null;
        step.Context.ParentContext?.SharedVariables.TryGetValue("stamp", out stamp);
        step.Leave($"{step.Context.MessageName} {step.Target.GetAttributeValue<string>("fix_text")} depth {step.Context.Depth} parent {step.Context.ParentContext?.MessageName} {stamp}");
    }
}

/// <summary>Answers the multiple messages of lines.</summary>
[Step("53000000-0000-0000-0000-000000000003", Message = "CreateMultiple", Table = "fix_line", Rank = 1)]
[Step("53000000-0000-0000-0000-000000000004", Message = "UpdateMultiple", Table = "fix_line", Filter = "fix_units", Rank = 1)]
[Image("53000000-0000-0000-0000-000000000014", StepId = "53000000-0000-0000-0000-000000000004", Type = ImageType.Pre, Alias = "line", Columns = "fix_units")]
public sealed class TraceManyLines : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var step = new StepContext(serviceProvider);
        var targets = (EntityCollection)step.Context.InputParameters["Targets"]!;
        step.Leave($"{step.Context.MessageName} of {targets.Entities.Count}, images of {step.Context.PreEntityImagesCollection.Length}");
    }
}
