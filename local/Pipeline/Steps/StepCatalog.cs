using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>
/// All steps and the classes behind custom APIs, as they are at one time: what is registered anew makes another catalog, and events under way
/// keep theirs.
/// </summary>
internal sealed class StepCatalog
{
    private readonly SolutionMetadata _metadata;
    private readonly Dictionary<string, List<Step>> _byEvent = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Guid, Step> _byId = [];
    private readonly ConcurrentDictionary<(string Event, string? Table), EventSteps> _found = [];
    private readonly Dictionary<string, PluginClass> _customApis = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="metadata">The tables.</param>
    /// <param name="declared">What the attributes of plug-in classes declare.</param>
    /// <param name="steps">What rows register: a step with the id of a declared one takes its place.</param>
    /// <param name="customApis">The classes that rows bind to custom APIs; they come before declared ones.</param>
    public StepCatalog(
        SolutionMetadata metadata, DeclaredPlugins declared, IEnumerable<Step> steps, IEnumerable<KeyValuePair<string, PluginClass>> customApis)
    {
        _metadata = metadata;
        foreach (var step in steps)
        {
            Add(step);
        }

        foreach (var step in declared.Steps.Where(s => !_byId.ContainsKey(s.Id)).ToList())
        {
            Add(step);
        }

        foreach (var (name, plugin) in customApis.Concat(declared.CustomApis))
        {
            _customApis.TryAdd(name, plugin);
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

    private EventSteps Select(List<Step> steps, string? table)
    {
        var own = steps.Where(s => s.Table is null || s.Table == table).ToList();
        return own.Count == 0 ? EventSteps.None : new EventSteps(own, table is null ? null : _metadata.Find(table));
    }

    private void Add(Step step)
    {
        _byId.Add(step.Id, step);
        if (!step.IsEnabled)
        {
            return;
        }

        if (!_byEvent.TryGetValue(EventOf(step.Message), out var steps))
        {
            _byEvent.Add(EventOf(step.Message), steps = []);
        }

        steps.Add(step);
    }
}
