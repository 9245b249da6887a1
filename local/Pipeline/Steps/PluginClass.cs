using System;
using System.Threading;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>A plug-in class and its one instance: the platform makes one and uses it for every message.</summary>
internal sealed class PluginClass(Type type)
{
    private readonly Lazy<IPlugin> _instance = new(
        () => (IPlugin)Activator.CreateInstance(type)!, LazyThreadSafetyMode.ExecutionAndPublication);

    public string Name { get; } = type.FullName!;

    public IPlugin Instance => _instance.Value;
}
