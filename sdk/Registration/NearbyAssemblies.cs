using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;

namespace CrmAddon.Registration;

/// <summary>Finds referenced assemblies by simple name: beside the assembly, beside the program, in the running .NET.</summary>
internal sealed class NearbyAssemblies(string assemblyPath) : MetadataAssemblyResolver
{
    private readonly string[] folders =
    [
        Path.GetDirectoryName(Path.GetFullPath(assemblyPath))!,
        AppContext.BaseDirectory,
        RuntimeEnvironment.GetRuntimeDirectory(),
    ];

    public override Assembly? Resolve(MetadataLoadContext context, AssemblyName assemblyName)
    {
        foreach (var folder in folders)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            if (File.Exists(path))
                return context.LoadFromAssemblyPath(path);
        }

        throw new RegistrationException(
            $"{Path.GetFileName(assemblyPath)} needs the assembly {assemblyName.Name}, which is neither beside it nor beside this program.");
    }
}
