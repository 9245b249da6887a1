using System;

namespace CrmAddon.Plugins.Registration;

/// <summary>
/// Declares one message processing step of a plug-in class. Steps of a plug-in package can't be written into solution files by
/// hand (they name the plug-in type by a key that only the server makes), so they stand here and are read from the assembly.
/// </summary>
/// <param name="id">The step's fixed id, the same in every environment.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class StepAttribute(string id) : Attribute
{
    /// <summary>The step's fixed id, a GUID.</summary>
    public string Id { get; } = id;

    /// <summary>The message, such as <c>Create</c> or <c>Win</c>.</summary>
    public string Message { get; set; } = "";

    /// <summary>Logical name of the table; empty for messages without one.</summary>
    public string Table { get; set; } = "";

    /// <summary>The stage of the pipeline.</summary>
    public Stage Stage { get; set; } = Stage.PostOperation;

    /// <summary>Synchronous, or as a system job.</summary>
    public Mode Mode { get; set; } = Mode.Synchronous;

    /// <summary>Order among the steps of one stage, lowest first.</summary>
    public int Rank { get; set; } = 1;

    /// <summary>Logical names of the columns, comma-separated, of which an Update must carry at least one for the step to run.</summary>
    public string Filter { get; set; } = "";

    /// <summary>Unsecure configuration, handed to the class's constructor <c>(string)</c> or <c>(string, string)</c>.</summary>
    public string Configuration { get; set; } = "";

    /// <summary>Whether the system job of an asynchronous step is deleted when it succeeded.</summary>
    public bool AsyncAutoDelete { get; set; }
}
