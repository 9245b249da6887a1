using System;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>
/// A plug-in class with its configuration, and the one instance of both: the platform makes one and uses it for every message, on
/// several threads at a time. <see href="https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/develop-iplugin-implementations-stateless"/>
/// </summary>
internal sealed class PluginClass(Type type, string? configuration = null, string? secureConfiguration = null)
{
    private readonly object _making = new();
    private volatile IPlugin? _instance;

    public string Name { get; } = type.FullName!;

    public string? Configuration { get; } = configuration;

    public string? SecureConfiguration { get; } = secureConfiguration;

    /// <summary>The fields of the instance that a step could write to.</summary>
    public InstanceFields Fields { get; } = InstanceFields.Of(type);

    /// <summary>How long the constructor took; zero before.</summary>
    public TimeSpan ConstructorTime { get; private set; }

    /// <summary>The instance; a constructor that throws is tried again by the next message.</summary>
    public IPlugin Instance()
    {
        if (_instance is null)
        {
            lock (_making)
            {
                _instance ??= Make();
            }
        }

        return _instance;
    }

    /// <summary>The richest of the platform's constructors: (unsecure, secure), (unsecure), ().</summary>
    private IPlugin Make()
    {
        var constructor = type.GetConstructors()
            .Where(c => c.GetParameters() is { Length: <= 2 } parameters && parameters.All(p => p.ParameterType == typeof(string)))
            .MaxBy(c => c.GetParameters().Length)!;
        object?[] arguments = [Configuration, SecureConfiguration];
        var start = Stopwatch.GetTimestamp();
        var instance = (IPlugin)constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, arguments[..constructor.GetParameters().Length], null);
        ConstructorTime = Stopwatch.GetElapsedTime(start);
        return instance;
    }
}
