using System;
using System.Diagnostics;
using System.Linq;
using System.Reflection;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>
/// A plug-in class with its configuration, and the one instance of both: the platform makes one and uses it for every message, on
/// several threads at a time. The assembly is loaded when the class runs for the first time. <see href="https://learn.microsoft.com/power-apps/developer/data-platform/best-practices/business-logic/develop-iplugin-implementations-stateless"/>
/// </summary>
internal sealed class PluginClass(string name, Func<Type> find, string? configuration = null, string? secureConfiguration = null)
{
    private readonly object _making = new();
    private InstanceFields? _fields;
    private volatile IPlugin? _instance;

    public PluginClass(Type type, string? configuration = null, string? secureConfiguration = null)
        : this(type.FullName!, () => type, configuration, secureConfiguration)
    {
    }

    public string Name { get; } = name;

    public string? Configuration { get; } = configuration;

    public string? SecureConfiguration { get; } = secureConfiguration;

    /// <summary>The fields of the instance that a step could write to.</summary>
    public InstanceFields Fields => _fields ??= InstanceFields.Of(Instance().GetType());

    /// <summary>How long the constructor took; zero before.</summary>
    public TimeSpan ConstructorTime { get; private set; }

    /// <summary>The instance; a constructor that throws is tried again by the next message.</summary>
    public IPlugin Instance()
    {
        if (_instance is null)
        {
            // Finding the type may read the file, for which operations take turns: nobody may wait for this lock meanwhile.
            var type = find();
            lock (_making)
            {
                _instance ??= Make(type);
            }
        }

        return _instance;
    }

    /// <summary>The richest of the platform's constructors: (unsecure, secure), (unsecure), ().</summary>
    private IPlugin Make(Type type)
    {
        var constructor = type.GetConstructors()
            .Where(c => c.GetParameters() is { Length: <= 2 } parameters && parameters.All(p => p.ParameterType == typeof(string)))
            .MaxBy(c => c.GetParameters().Length)
            ?? throw new MissingMethodException($"{type.FullName} has no public constructor that the platform can call: one without parameters, (string unsecure) or (string unsecure, string secure).");
        object?[] arguments = [Configuration, SecureConfiguration];
        var start = Stopwatch.GetTimestamp();
        var instance = (IPlugin)constructor.Invoke(
            BindingFlags.DoNotWrapExceptions, null, arguments[..constructor.GetParameters().Length], null);
        ConstructorTime = Stopwatch.GetElapsedTime(start);
        return instance;
    }
}
