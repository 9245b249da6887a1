using System;

namespace CrmAddon.Plugins.Registration;

/// <summary>Declares a snapshot of the row that the platform hands to one step.</summary>
/// <param name="id">The image's fixed id, the same in every environment.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class ImageAttribute(string id) : Attribute
{
    /// <summary>The image's fixed id, a GUID.</summary>
    public string Id { get; } = id;

    /// <summary>Id of the step on the same class that the image belongs to.</summary>
    public string StepId { get; set; } = "";

    /// <summary>Before or after the operation.</summary>
    public ImageType Type { get; set; } = ImageType.Pre;

    /// <summary>The name by which the plug-in finds the image.</summary>
    public string Alias { get; set; } = "";

    /// <summary>Logical names of the columns in the image, comma-separated.</summary>
    public string Columns { get; set; } = "";
}
