using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;

namespace CrmAddon.Registration;

/// <summary>
/// Reads which steps, images and custom APIs a plug-in assembly declares in its attributes, without running any of its code, so
/// that a net462 assembly can be read as well as a net10.0 one. Whoever registers plug-ins, here or in the cloud, reads them so.
/// </summary>
public static class PluginRegistration
{
    private const string PluginInterface = "Microsoft.Xrm.Sdk.IPlugin";

    /// <summary>Reads an assembly's declarations.</summary>
    /// <param name="assemblyPath">
    /// Path of the assembly. The assemblies that it names are looked for beside it, then beside the running program, then among
    /// those of the running .NET; a shipped plug-in assembly has no SDK beside it.
    /// </param>
    /// <exception cref="RegistrationException">The file can't be read, or what it declares can't be registered.</exception>
    public static PluginAssemblyInfo Read(string assemblyPath)
    {
        ArgumentException.ThrowIfNullOrEmpty(assemblyPath);
        if (!File.Exists(assemblyPath))
            throw new RegistrationException($"There is no plug-in assembly at {assemblyPath}: build the plug-ins first.");

        try
        {
            using var context = new MetadataLoadContext(new NearbyAssemblies(assemblyPath));
            var assembly = context.LoadFromAssemblyPath(Path.GetFullPath(assemblyPath));
            var problems = new List<string>();
            var types = ReadTypes(assembly, problems);
            DeclarationRules.CheckAcross(types, problems);
            if (problems.Count > 0)
                throw new RegistrationException(Path.GetFileName(assemblyPath), problems);

            var name = assembly.GetName();
            return new PluginAssemblyInfo(name.Name!, name.Version!, types);
        }
        catch (BadImageFormatException broken)
        {
            throw new RegistrationException($"{assemblyPath} is no .NET assembly.", broken);
        }
    }

    private static List<PluginTypeInfo> ReadTypes(Assembly assembly, List<string> problems)
    {
        var types = new List<PluginTypeInfo>();
        foreach (var type in assembly.GetTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            var declarations = TypeDeclarations.Of(type);
            var isPlugin = type.GetInterfaces().Any(i => i.FullName == PluginInterface);
            if (declarations.IsEmpty && (!isPlugin || type.IsAbstract || !type.IsVisible))
                continue;

            if (WhyNotRunnable(type, isPlugin) is { } reason)
                problems.Add($"{type.FullName} {reason}.");

            types.Add(declarations.Read(problems));
        }

        return types;
    }

    private static string? WhyNotRunnable(Type type, bool isPlugin)
    {
        if (!isPlugin)
            return $"declares steps but does not implement {PluginInterface}";
        if (type.IsAbstract || type.ContainsGenericParameters)
            return "declares steps but is abstract or generic: declare them on the class that is run";
        if (!type.IsVisible)
            return "is not public: Dataverse runs public classes only";
        return type.GetConstructors().Any(IsForThePlatform)
            ? null
            : "has no public constructor that the platform can call: one without parameters, (string unsecure) or (string unsecure, string secure)";
    }

    private static bool IsForThePlatform(ConstructorInfo constructor)
    {
        var parameters = constructor.GetParameters();
        return parameters.Length <= 2 && parameters.All(p => p.ParameterType.FullName == "System.String");
    }
}
