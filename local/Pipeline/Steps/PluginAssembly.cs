using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace CrmAddon.Local.Pipeline.Steps;

/// <summary>
/// Loads a plug-in assembly with its own copies of what it brings along; only the Dataverse SDK is shared, so that its types
/// are the same on both sides.
/// </summary>
internal sealed class PluginAssembly : AssemblyLoadContext
{
    private static readonly HashSet<string> Shared =
        new(StringComparer.OrdinalIgnoreCase) { "Microsoft.Xrm.Sdk", "Microsoft.Crm.Sdk.Proxy", "System.ServiceModel.Primitives" };

    // As in the platform's sandbox, an assembly is loaded (and compiled) once, whoever uses it; a newer file is another assembly.
    private static readonly ConcurrentDictionary<(string Path, DateTime Written), Lazy<Assembly>> Loaded = new();

    private readonly AssemblyDependencyResolver _resolver;
    private readonly string _folder;

    private PluginAssembly(string path)
        : base(Path.GetFileNameWithoutExtension(path))
    {
        _resolver = new AssemblyDependencyResolver(path);
        _folder = Path.GetDirectoryName(path)!;
    }

    public static Assembly Load(string path)
    {
        var full = Path.GetFullPath(path);
        return Loaded.GetOrAdd(
            (full, File.GetLastWriteTimeUtc(full)),
            file => new Lazy<Assembly>(() => new PluginAssembly(file.Path).LoadFromAssemblyPath(file.Path))).Value;
    }

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (assemblyName.Name is null || Shared.Contains(assemblyName.Name))
        {
            return null;
        }

        var path = _resolver.ResolveAssemblyToPath(assemblyName) ?? Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
