using System;
using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace CrmAddon.Local.Registration.Running;

/// <summary>
/// Runs the assemblies of a package, built for .NET Framework, on the running .NET: the SDK and what .NET itself has come from here, the rest
/// from the package, as in the platform's sandbox. Let go when the package is replaced.
/// </summary>
internal sealed class ContentContext(string name, IReadOnlyDictionary<string, byte[]> assemblies) : AssemblyLoadContext(name, isCollectible: true)
{
    /// <exception cref="TypeLoadException">The assembly has no such type.</exception>
    public Type Find(string assembly, string type) => LoadFromAssemblyName(new AssemblyName(assembly)).GetType(type, throwOnError: true)!;

    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var name = assemblyName.Name!;
        if (IsShared(name))
        {
            return null;
        }

        return assemblies.TryGetValue(name, out var bytes)
            ? LoadFromStream(new MemoryStream(bytes))
            : throw new FileNotFoundException($"The assembly {name} is not part of '{Name}': what a plug-in needs has to be in its package.");
    }

    // A package brings copies of what .NET Framework 4.6.2 lacks (System.ValueTuple): their types have to be the ones that all others use.
    private static bool IsShared(string name) =>
        name is "mscorlib" or "netstandard" || name.StartsWith("System.ServiceModel", StringComparison.Ordinal)
        || name.StartsWith("Microsoft.Xrm.Sdk", StringComparison.Ordinal) || name.StartsWith("Microsoft.Crm.Sdk", StringComparison.Ordinal)
        || File.Exists(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), name + ".dll"));
}
