using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Benchmarks.Local;

/// <summary>The one synchronous plug-in of the single creates: completes the row before it is stored.</summary>
[Step("7b000000-0000-4000-8000-000000000001", Message = "Create", Table = RowSource.Table, Stage = Stage.PreOperation)]
public sealed class StampRow : IPlugin
{
    /// <inheritdoc />
    public void Execute(IServiceProvider serviceProvider)
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        var context = (IPluginExecutionContext)serviceProvider.GetService(typeof(IPluginExecutionContext))!;
        var target = (Entity)context.InputParameters["Target"]!;
        target["ben_name"] = target.GetAttributeValue<string>("ben_name") + " (stamped)";
    }
}
