using System;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Crash.Steps;

/// <summary>Puts three items into a new box, and refuses bad boxes after that: nothing of them may be left.</summary>
[Step("c1000000-0000-0000-0000-000000000001", Message = "Create", Table = "crash_box")]
public sealed class FillBox : IPlugin
{
    /// <summary>The name of a box that is refused.</summary>
    public const string Bad = "bad";

    private const int Count = 3;

    /// <inheritdoc />
    public void Execute(IServiceProvider serviceProvider)
    {
        var call = new Call(serviceProvider);
        var box = (Entity)call.Context.InputParameters["Target"]!;
        for (var i = 0; i < Count; i++)
        {
            call.Service.Create(new Entity("crash_item") { ["crash_name"] = "of the step", ["crash_boxid"] = box.ToEntityReference() });
        }

        call.Service.Update(new Entity("crash_box", box.Id) { ["crash_items"] = box.GetAttributeValue<int>("crash_items") + Count });
        if (box.GetAttributeValue<string>("crash_name") == Bad)
        {
            throw new InvalidPluginExecutionException("Bad boxes are refused.");
        }
    }
}
