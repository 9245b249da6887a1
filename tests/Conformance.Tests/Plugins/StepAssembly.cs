using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Reflection;
using System.Reflection.Emit;
using CrmAddon.Conformance.Declaring;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Plugins.Registration;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Plugins;

/// <summary>
/// A plug-in assembly with a class for each step that a case declares, registered like anybody's: by the attributes of its classes.
/// Each class hands its call back to the script of its step.
/// </summary>
internal sealed class StepAssembly : IDisposable
{
    private const string Door = "CrmAddon.Conformance.Plugins.StepAssembly";
    private static readonly ConcurrentDictionary<string, StepScript> Scripts = new();
    private readonly List<string> _keys = [];

    // Plug-ins are loaded in a context of their own, but this slot of the process is the same on both sides.
    static StepAssembly() => AppDomain.CurrentDomain.SetData(Door, (Action<IServiceProvider, string>)((services, key) => Scripts[key].Run(services)));

    public StepAssembly(World world, string path, IReadOnlyList<Block> steps)
    {
        Path = path;
        var assembly = new PersistedAssemblyBuilder(new AssemblyName("Steps" + Guid.NewGuid().ToString("N")), typeof(object).Assembly);
        var module = assembly.DefineDynamicModule("Steps");
        for (var i = 0; i < steps.Count; i++)
        {
            var heading = StepHeading.Read(steps[i]);
            var key = $"{path}#{i}";
            Scripts[key] = new StepScript(world, steps[i]);
            _keys.Add(key);
            Define(module, heading, string.Create(CultureInfo.InvariantCulture, $"Conformance.Step{i:000}"), key);
        }

        assembly.Save(path);
    }

    public string Path { get; }

    public void Dispose()
    {
        _keys.ForEach(k => Scripts.TryRemove(k, out _));
        File.Delete(Path);
    }

    private static void Define(ModuleBuilder module, StepHeading heading, string name, string key)
    {
        var type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(object), [typeof(IPlugin)]);
        type.DefineDefaultConstructor(MethodAttributes.Public);
        var method = type.DefineMethod(
            nameof(IPlugin.Execute), MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final, typeof(void), [typeof(IServiceProvider)]);
        var il = method.GetILGenerator();
        il.Emit(OpCodes.Call, typeof(AppDomain).GetProperty(nameof(AppDomain.CurrentDomain))!.GetMethod!);
        il.Emit(OpCodes.Ldstr, Door);
        il.Emit(OpCodes.Callvirt, typeof(AppDomain).GetMethod(nameof(AppDomain.GetData))!);
        il.Emit(OpCodes.Castclass, typeof(Action<IServiceProvider, string>));
        il.Emit(OpCodes.Ldarg_1);
        il.Emit(OpCodes.Ldstr, key);
        il.Emit(OpCodes.Callvirt, typeof(Action<IServiceProvider, string>).GetMethod("Invoke")!);
        il.Emit(OpCodes.Ret);
        if (heading.Api is { } api)
        {
            type.SetCustomAttribute(new CustomAttributeBuilder(typeof(CustomApiAttribute).GetConstructor([typeof(string)])!, [api]));
        }
        else
        {
            Declare(type, heading, name);
        }

        type.CreateType();
    }

    private static void Declare(TypeBuilder type, StepHeading heading, string name)
    {
        var step = SolutionWriter.IdOf(name).ToString();
        type.SetCustomAttribute(Attribute<StepAttribute>(step, new()
        {
            [nameof(StepAttribute.Message)] = heading.Message,
            [nameof(StepAttribute.Table)] = heading.Table ?? string.Empty,
            [nameof(StepAttribute.Stage)] = heading.Stage,
            [nameof(StepAttribute.Mode)] = heading.Mode,
            [nameof(StepAttribute.Rank)] = heading.Rank,
            [nameof(StepAttribute.Filter)] = heading.Filter,
        }));
        foreach (var (alias, image, columns) in heading.Images)
        {
            type.SetCustomAttribute(Attribute<ImageAttribute>(SolutionWriter.IdOf(name + alias).ToString(), new()
            {
                [nameof(ImageAttribute.StepId)] = step,
                [nameof(ImageAttribute.Type)] = image,
                [nameof(ImageAttribute.Alias)] = alias,
                [nameof(ImageAttribute.Columns)] = columns,
            }));
        }
    }

    private static CustomAttributeBuilder Attribute<T>(string id, Dictionary<string, object> values) => new(
        typeof(T).GetConstructor([typeof(string)])!,
        [id],
        [.. Properties<T>(values.Keys)],
        [.. values.Values]);

    private static IEnumerable<PropertyInfo> Properties<T>(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            yield return typeof(T).GetProperty(name)!;
        }
    }
}
