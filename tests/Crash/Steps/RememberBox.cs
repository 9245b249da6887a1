using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Crash.Steps;

/// <summary>Leaves number and balance of a box that is deleted, under the box's id.</summary>
[Step("c1000000-0000-0000-0000-000000000003", Message = "Delete", Table = "crash_box")]
[Image("c1000000-0000-0000-0000-000000000013", StepId = "c1000000-0000-0000-0000-000000000003", Type = ImageType.Pre, Alias = "box", Columns = "crash_number,crash_balance")]
public sealed class RememberBox : IPlugin
{
    /// <inheritdoc />
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        var box = call.Context.PreEntityImages["box"];
        call.Service.Create(new Entity("crash_gone", call.Context.PrimaryEntityId)
        {
            ["crash_name"] = "gone",
            ["crash_number"] = box["crash_number"],
            ["crash_balance"] = box["crash_balance"],
        });
    }
}
