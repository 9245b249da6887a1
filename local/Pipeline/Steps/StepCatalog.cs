using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Registration;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>All registered steps and the classes behind custom APIs.</summary>
internal sealed class StepCatalog
{
    private static readonly string[] Answered = ["Create", "Update", "Delete", "SetState", "Win", "Lose"];

    private readonly Dictionary<(string Event, string? Table), EventSteps> _events;
    private readonly Dictionary<Guid, Step> _byId;
    private readonly Dictionary<string, PluginClass> _customApis = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SolutionException">A step names a table or column that the solution does not have.</exception>
    public StepCatalog(IEnumerable<string> assemblyPaths, SolutionMetadata metadata)
    {
        var steps = new List<(Step Step, string? Table)>();
        foreach (var path in assemblyPaths)
        {
            Register(path, metadata, steps);
        }

        _byId = steps.ToDictionary(s => s.Step.Id, s => s.Step);
        _events = steps
            .GroupBy(s => (EventOf(s.Step.Message), s.Table))
            .ToDictionary(g => g.Key, g => new EventSteps([.. g.Select(s => s.Step)], g.Key.Table is null ? null : metadata.Find(g.Key.Table)));
    }

    public EventSteps Find(string eventName, string? table) => _events.GetValueOrDefault((eventName, table), EventSteps.None);

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

    private void Register(string path, SolutionMetadata metadata, List<(Step Step, string? Table)> steps)
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
        foreach (var type in info.Types)
        {
            var plugin = new PluginClass(assembly.GetType(type.TypeName, throwOnError: true)!);
            steps.AddRange(type.Steps.Select(s => (ToStep(plugin, s, metadata), Table(s))));
            if (type.CustomApi is { Length: > 0 } api)
            {
                RegisterCustomApi(plugin, api, metadata);
            }
        }
    }

    private void RegisterCustomApi(PluginClass plugin, string api, SolutionMetadata metadata)
    {
        if (!metadata.CustomApis.ContainsKey(api))
        {
            throw new SolutionException($"{plugin.Name} answers the custom API {api}, which no solution declares (customapis/{api}).");
        }

        if (!_customApis.TryAdd(api, plugin))
        {
            throw new SolutionException($"{plugin.Name} and {_customApis[api].Name} both answer the custom API {api}.");
        }
    }

    private static string? Table(StepInfo step) => step.Table is null or "" or "none" ? null : step.Table;

    private static Step ToStep(PluginClass plugin, StepInfo info, SolutionMetadata metadata)
    {
        if (!Answered.Contains(EventOf(info.Message)) && !metadata.CustomApis.ContainsKey(info.Message))
        {
            throw new SolutionException(
                $"{plugin.Name}: the step {info.Id} answers {info.Message}, for which the local Dataverse runs no steps. It runs them for {string.Join(", ", Answered)} and custom APIs.");
        }

        if (Table(info) is { } name)
        {
            var table = metadata.Find(name) ?? throw new SolutionException(
                $"{plugin.Name}: the step {info.Id} answers {info.Message} of the table {name}, which no solution declares.");
            var unknown = info.Filter.Concat(info.Images.SelectMany(i => i.Columns)).FirstOrDefault(c => !table.Has(c));
            if (unknown is not null)
            {
                throw new SolutionException(
                    $"{plugin.Name}: the step {info.Id} names the column {unknown}, which the table {name} does not have.");
            }
        }

        return new Step
        {
            Id = info.Id,
            Class = plugin,
            Message = info.Message,
            Stage = info.Stage,
            Mode = info.Mode,
            Rank = info.Rank,
            Filter = info.Filter.ToHashSet(StringComparer.Ordinal),
            Images = info.Images,
        };
    }
}
