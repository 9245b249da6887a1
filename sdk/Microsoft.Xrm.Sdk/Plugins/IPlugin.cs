using System;

namespace Microsoft.Xrm.Sdk;

/// <summary>Code that the platform runs when a message is processed. It has a parameterless constructor and keeps no state.</summary>
public interface IPlugin
{
    /// <summary>Runs the step; throws <see cref="InvalidPluginExecutionException"/> to refuse the operation.</summary>
    /// <param name="serviceProvider">Gives the context, the service factory and the trace.</param>
    void Execute(IServiceProvider serviceProvider);
}
