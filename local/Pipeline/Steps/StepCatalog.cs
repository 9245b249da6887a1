using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Registration;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>All registered steps and the classes behind custom APIs.</summary>
internal sealed class StepCatalog
{
    private readonly SolutionMetadata _metadata;
    private readonly Dictionary<string, List<Step>> _byEvent = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, Step> _byId = [];
    private readonly ConcurrentDictionary<(string Event, string? Table), EventSteps> _found = [];
    private readonly Dictionary<string, PluginClass> _customApis = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SolutionException">A step names a table or column that the solution does not have.</exception>
    public StepCatalog(IEnumerable<string> assemblyPaths, SolutionMetadata metadata, IReadOnlyDictionary<Guid, StepSettings> settings)
    {
        _metadata = metadata;
        foreach (var path in assemblyPaths)
        {
            Register(path, settings);
        }

        if (settings.Keys.FirstOrDefault(id => !_byId.ContainsKey(id)) is var unknown && unknown != Guid.Empty)
        {
            throw new SolutionException($"There are settings for the step {unknown}, which no plug-in assembly declares.");
        }
    }

    /// <summary>Every step, disabled ones included.</summary>
    public IReadOnlyCollection<Step> All => _byId.Values;

    /// <summary>Whether any step answers the event, of whatever table.</summary>
    public bool Answers(string eventName) => _byEvent.ContainsKey(eventName);

    /// <summary>The steps of an event of a table; those that are registered for every table included.</summary>
    public EventSteps Find(string eventName, string? table) => _byEvent.TryGetValue(eventName, out var steps)
        ? _found.GetOrAdd((eventName, table), key => Select(steps, key.Table))
        : EventSteps.None;

    public Step? Find(Guid id) => _byId.GetValueOrDefault(id);

    public PluginClass? FindCustomApi(string name) => _customApis.GetValueOrDefault(name);

    /// <summary>The event of a message: <c>CreateMultiple</c> is the event <c>Create</c>, <c>WinOpportunity</c> the message <c>Win</c>.</summary>
    public static string EventOf(string message) => message switch
    {
        "CreateMultiple" => "Create",
        "UpdateMultiple" => "Update",
        "SetStateDynamicEntity" => "SetState",
        "WinOpportunity" => "Win",
        "LoseOpportunity" => "Lose",
        _ => message,
    };

    /// <summary>Refuses steps of messages that have none.</summary>
    /// <exception cref="SolutionException">A step answers such a message.</exception>
    public void CheckMessages(Func<string, bool> hasSteps)
    {
        if (_byId.Values.FirstOrDefault(s => !hasSteps(s.Message)) is { } step)
        {
            throw new SolutionException(
                $"{step.Class.Name}: the step {step.Id} answers {step.Message}, for which no steps run: it is no message of the local Dataverse or of a solution, or none that the platform takes steps for.");
        }
    }

    private EventSteps Select(List<Step> steps, string? table)
    {
        var own = steps.Where(s => s.Table is null || s.Table == table).ToList();
        return own.Count == 0 ? EventSteps.None : new EventSteps(own, table is null ? null : _metadata.Find(table));
    }

    private void Register(string path, IReadOnlyDictionary<Guid, StepSettings> settings)
    {
        PluginAssemblyInfo info;
        try
        {
            info = PluginRegistration.Read(path);
        }
        catch (RegistrationException e)
        {
            throw new SolutionException(e.Message, e);
        }

        var assembly = PluginAssembly.Load(path);
        foreach (var declared in info.Types)
        {
            var type = assembly.GetType(declared.TypeName, throwOnError: true)!;
            Dictionary<(string?, string?), PluginClass> classes = [];
            foreach (var step in declared.Steps)
            {
                Register(step, Class(type, classes, step, settings.GetValueOrDefault(step.Id)), settings.GetValueOrDefault(step.Id));
            }

            if (declared.CustomApi is { Length: > 0 } api)
            {
                RegisterCustomApi(new PluginClass(type), api);
            }
        }
    }

    private static PluginClass Class(
        Type type, Dictionary<(string?, string?), PluginClass> classes, StepInfo step, StepSettings? settings)
    {
        var key = (settings?.Configuration ?? step.Configuration, settings?.SecureConfiguration);
        if (!classes.TryGetValue(key, out var plugin))
        {
            classes.Add(key, plugin = new PluginClass(type, key.Item1, key.Item2));
        }

        return plugin;
    }

    private void Register(StepInfo info, PluginClass plugin, StepSettings? settings)
    {
        var table = info.Table is null or "" or "none" ? null : info.Table;
        Check(plugin, info, table);
        var step = Step.Of(info, table, plugin, settings);
        if (!_byId.TryAdd(step.Id, step))
        {
            throw new SolutionException($"{plugin.Name} and {_byId[step.Id].Class.Name} both declare the step {step.Id}.");
        }

        if (settings is { Disabled: true })
        {
            return;
        }

        if (!_byEvent.TryGetValue(EventOf(step.Message), out var steps))
        {
            _byEvent.Add(EventOf(step.Message), steps = []);
        }

        steps.Add(step);
    }

    private void Check(PluginClass plugin, StepInfo info, string? name)
    {
        if (name is null)
        {
            return;
        }

        var table = _metadata.Find(name) ?? throw new SolutionException(
            $"{plugin.Name}: the step {info.Id} answers {info.Message} of the table {name}, which no solution declares.");
        var unknown = info.Filter.Concat(info.Images.SelectMany(i => i.Columns)).FirstOrDefault(c => !table.Has(c));
        if (unknown is not null)
        {
            throw new SolutionException(
                $"{plugin.Name}: the step {info.Id} names the column {unknown}, which the table {name} does not have.");
        }
    }

    private void RegisterCustomApi(PluginClass plugin, string api)
    {
        if (!_metadata.CustomApis.ContainsKey(api))
        {
            throw new SolutionException($"{plugin.Name} answers the custom API {api}, which no solution declares (customapis/{api}).");
        }

        if (!_customApis.TryAdd(api, plugin))
        {
            throw new SolutionException($"{plugin.Name} and {_customApis[api].Name} both answer the custom API {api}.");
        }
    }
}
