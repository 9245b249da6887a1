namespace Microsoft.Xrm.Sdk;

/// <summary>Adds the images of messages for many rows.</summary>
public interface IPluginExecutionContext4 : IPluginExecutionContext3
{
    /// <summary>Images before the operation, one collection for each target in its order.</summary>
    EntityImageCollection[] PreEntityImagesCollection { get; }

    /// <summary>Images after the operation, one collection for each target in its order.</summary>
    EntityImageCollection[] PostEntityImagesCollection { get; }
}
