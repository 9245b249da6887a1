using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Registration;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>The steps and custom APIs that the classes of <see cref="LocalDataverseOptions.PluginAssemblies"/> declare in their attributes.</summary>
internal sealed class DeclaredPlugins
{
    private readonly Dictionary<Guid, Step> _steps = [];
    private readonly Dictionary<string, PluginClass> _customApis = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="SolutionException">An assembly can't be read, two declare the same, or settings name a step that none declares.</exception>
    public DeclaredPlugins(IEnumerable<string> assemblyPaths, IReadOnlyDictionary<Guid, StepSettings> settings)
    {
        foreach (var path in assemblyPaths)
        {
            Read(path, settings);
        }

        if (settings.Keys.FirstOrDefault(id => !_steps.ContainsKey(id)) is var unknown && unknown != Guid.Empty)
        {
            throw new SolutionException($"There are settings for the step {unknown}, which no plug-in assembly declares.");
        }
    }

    public IReadOnlyCollection<Step> Steps => _steps.Values;

    /// <summary>The classes by the custom API that they answer.</summary>
    public IReadOnlyDictionary<string, PluginClass> CustomApis => _customApis;

    /// <summary>Refuses what the solutions do not have.</summary>
    /// <exception cref="SolutionException">A step names an unknown table or column, or a class an unknown custom API.</exception>
    public void Check(SolutionMetadata metadata)
    {
        foreach (var step in _steps.Values.Where(s => s.Table is not null))
        {
            Check(step, metadata.Find(step.Table!));
        }

        if (_customApis.FirstOrDefault(a => !metadata.CustomApis.ContainsKey(a.Key)) is { Key: { } api } missing)
        {
            throw new SolutionException($"{missing.Value.Name} answers the custom API {api}, which no solution declares (customapis/{api}).");
        }
    }

    /// <summary>Refuses steps of messages that have none.</summary>
    /// <exception cref="SolutionException">A step answers such a message.</exception>
    public void CheckMessages(Func<string, bool> hasSteps)
    {
        if (_steps.Values.FirstOrDefault(s => !hasSteps(s.Message)) is { } step)
        {
            throw new SolutionException(
                $"{step.Class.Name}: the step {step.Id} answers {step.Message}, for which no steps run: it is no message of the local Dataverse or of a solution, or none that the platform takes steps for.");
        }
    }

    private static void Check(Step step, TableMetadata? table)
    {
        if (table is null)
        {
            throw new SolutionException($"{step.Class.Name}: the step {step.Id} answers {step.Message} of the table {step.Table}, which no solution declares.");
        }

        var unknown = step.Filter.Concat(step.Images.SelectMany(i => i.Columns)).FirstOrDefault(c => !table.Has(c));
        if (unknown is not null)
        {
            throw new SolutionException($"{step.Class.Name}: the step {step.Id} names the column {unknown}, which the table {table.Name} does not have.");
        }
    }

    private void Read(string path, IReadOnlyDictionary<Guid, StepSettings> settings)
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
                var own = settings.GetValueOrDefault(step.Id);
                Add(Step.Of(step, step.Table is null or "" or "none" ? null : step.Table, Class(type, classes, step, own), own));
            }

            if (declared.CustomApi is { Length: > 0 } api)
            {
                Add(new PluginClass(type), api);
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

    private void Add(Step step)
    {
        if (!_steps.TryAdd(step.Id, step))
        {
            throw new SolutionException($"{step.Class.Name} and {_steps[step.Id].Class.Name} both declare the step {step.Id}.");
        }
    }

    private void Add(PluginClass plugin, string api)
    {
        if (!_customApis.TryAdd(api, plugin))
        {
            throw new SolutionException($"{plugin.Name} and {_customApis[api].Name} both answer the custom API {api}.");
        }
    }
}
