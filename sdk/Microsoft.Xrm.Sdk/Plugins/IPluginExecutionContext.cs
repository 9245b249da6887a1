namespace Microsoft.Xrm.Sdk;

/// <summary>The operation that a step is part of, and its place in it.</summary>
public interface IPluginExecutionContext : IExecutionContext
{
    /// <summary>10 before validation, 20 before the operation, 40 after it.</summary>
    int Stage { get; }

    /// <summary>The operation that this one is nested in; null for the first.</summary>
    IPluginExecutionContext? ParentContext { get; }
}
