using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace Declared;

/// <summary>What the platform runs without a declaration of its own: abstract, so it is none itself.</summary>
public abstract class PluginOfOurs : IPlugin
{
    public abstract void Execute(IServiceProvider serviceProvider);
}

[Step("11111111-0000-0000-0000-000000000002", Message = "Update", Table = "opportunity", Stage = Stage.PreOperation, Rank = 5, Filter = "estimatedvalue, customerid")]
[Image("11111111-0000-0000-0000-000000000022", StepId = "11111111-0000-0000-0000-000000000002", Alias = "before", Columns = "estimatedvalue,customerid")]
[Step("11111111-0000-0000-0000-000000000001", Message = "Create", Table = "opportunity")]
public sealed class OnOpportunity : PluginOfOurs
{
    public override void Execute(IServiceProvider serviceProvider)
    {
    }
}

[Step("11111111-0000-0000-0000-000000000003", Message = "Update", Table = "account", Mode = Mode.Asynchronous)]
[Image("11111111-0000-0000-0000-000000000033", StepId = "11111111-0000-0000-0000-000000000003", Type = ImageType.Both, Alias = "row")]
public sealed class Later : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}

[CustomApi("cov_CloseMonth")]
public sealed class CloseMonth : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
    }
}

/// <summary>No plug-in, and not declared as one.</summary>
public sealed class Bystander;
