using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Runtime.InteropServices;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration.Packages;

/// <summary>What the rows say of an assembly: read from the file, without running any of its code.</summary>
/// <param name="Name">Simple name.</param>
/// <param name="Version">Version of the assembly.</param>
/// <param name="Culture">"neutral", or the culture's name.</param>
/// <param name="PublicKeyToken">In hexadecimal digits; null where the assembly is not signed.</param>
/// <param name="Types">Full names of the public classes that can be run as plug-ins.</param>
internal sealed record AssemblyDescription(string Name, Version Version, string Culture, string? PublicKeyToken, IReadOnlyList<string> Types)
{
    /// <summary>Describes the assembly of a row of its own.</summary>
    /// <param name="content">The assembly as the column keeps it: base64.</param>
    public static AssemblyDescription Read(string content)
    {
        try
        {
            var bytes = Convert.FromBase64String(content);
            if (bytes.Length > PackageFile.MostBytes)
            {
                throw RegistrationFaults.AssemblyContent("It is larger than 16 MB.");
            }

            return Read([bytes]).Single();
        }
        catch (FormatException)
        {
            throw RegistrationFaults.AssemblyContent("Its content is not base64.");
        }
    }

    /// <summary>Describes assemblies that may use each other; those without plug-in classes are left out of a package's.</summary>
    public static IReadOnlyList<AssemblyDescription> Read(PackageFile package) => [.. Read([.. package.Assemblies.Values]).Where(a => a.Types.Count > 0)];

    private static List<AssemblyDescription> Read(IReadOnlyCollection<byte[]> files)
    {
        using var context = new MetadataLoadContext(new Resolver());
        try
        {
            var assemblies = files.Select(f => context.LoadFromByteArray(f)).ToList();
            return [.. assemblies.Select(Describe)];
        }
        catch (Exception e) when (e is BadImageFormatException or FileNotFoundException or FileLoadException or TypeLoadException or ReflectionTypeLoadException)
        {
            throw RegistrationFaults.AssemblyContent($"It can't be read ({RegistrationFaults.Reason(e)}).");
        }
    }

    private static AssemblyDescription Describe(Assembly assembly)
    {
        var name = assembly.GetName();
        return new AssemblyDescription(
            name.Name!,
            name.Version ?? new Version(0, 0, 0, 0),
            string.IsNullOrEmpty(name.CultureName) ? "neutral" : name.CultureName,
            name.GetPublicKeyToken() is { Length: > 0 } token ? Convert.ToHexStringLower(token) : null,
            UsesTheSdk(assembly) ? [.. assembly.GetExportedTypes().Where(IsPlugin).Select(t => t.FullName!).Order(StringComparer.Ordinal)] : []);
    }

    // What does not use the SDK can have no plug-in, and need not be understood.
    private static bool UsesTheSdk(Assembly assembly) =>
        assembly.GetReferencedAssemblies().Any(a => string.Equals(a.Name, typeof(IPlugin).Assembly.GetName().Name, StringComparison.OrdinalIgnoreCase));

    private static bool IsPlugin(Type type) =>
        type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.GetInterfaces().Any(i => i.FullName == typeof(IPlugin).FullName);

    /// <summary>What an assembly names: among the given ones, beside this program (the SDK), in the running .NET.</summary>
    private sealed class Resolver : MetadataAssemblyResolver
    {
        private static readonly string[] Folders = [AppContext.BaseDirectory, RuntimeEnvironment.GetRuntimeDirectory()];

        public override Assembly? Resolve(MetadataLoadContext context, AssemblyName assemblyName)
        {
            if (context.GetAssemblies().FirstOrDefault(a => string.Equals(a.GetName().Name, assemblyName.Name, StringComparison.OrdinalIgnoreCase)) is { } loaded)
            {
                return loaded;
            }

            var path = Folders.Select(f => Path.Combine(f, assemblyName.Name + ".dll")).FirstOrDefault(File.Exists);
            return path is null ? null : context.LoadFromAssemblyPath(path);
        }
    }
}
