using System;
using System.IO;
using System.IO.Compression;
using System.Reflection;
using System.Reflection.Emit;
using System.Text;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Tests.Registration;

/// <summary>Small plug-in assemblies and packages, made while the test runs: each class refuses with its own sentence, which tells what ran.</summary>
internal static class Emitted
{
    public const string Name = "Emitted.Plugins";

    /// <summary>An assembly with a public class for each sentence: "Class: sentence".</summary>
    public static byte[] Assembly(string version, bool signed, params string[] classes)
    {
        var name = new AssemblyName(Name) { Version = new Version(version) };
        if (signed)
        {
            name.SetPublicKey(typeof(Entity).Assembly.GetName().GetPublicKey());
        }

        var assembly = new PersistedAssemblyBuilder(name, typeof(object).Assembly);
        var module = assembly.DefineDynamicModule(Name);
        foreach (var text in classes)
        {
            var parts = text.Split(": ");
            Define(module, "Emitted." + parts[0], parts[1]);
        }

        using var bytes = new MemoryStream();
        assembly.Save(bytes);
        return bytes.ToArray();
    }

    /// <summary>A package as the column takes it.</summary>
    public static string Package(params (string Path, byte[] Bytes)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "fix_Emitted.nuspec", Encoding.UTF8.GetBytes(
                """<package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd"><metadata><id>fix_Emitted</id><version>1.2.3</version></metadata></package>"""));
            foreach (var (path, file) in files)
            {
                Add(zip, path, file);
            }
        }

        return Convert.ToBase64String(bytes.ToArray());
    }

    public static string Package(params string[] classes) => Package(($"lib/net462/{Name}.dll", Assembly("1.0.0.0", signed: false, classes)));

    /// <summary>The fixture's plug-ins as a package.</summary>
    public static string Fixture() => Package(("lib/net462/" + Path.GetFileName(World.Plugins), File.ReadAllBytes(World.Plugins)));

    private static void Add(ZipArchive zip, string path, byte[] bytes)
    {
        using var entry = zip.CreateEntry(path).Open();
        entry.Write(bytes);
    }

    private static void Define(ModuleBuilder module, string name, string sentence)
    {
        var type = module.DefineType(name, TypeAttributes.Public | TypeAttributes.Sealed, typeof(object), [typeof(IPlugin)]);
        type.DefineDefaultConstructor(MethodAttributes.Public);
        var il = type.DefineMethod(
            nameof(IPlugin.Execute), MethodAttributes.Public | MethodAttributes.Virtual | MethodAttributes.Final, typeof(void), [typeof(IServiceProvider)]).GetILGenerator();
        il.Emit(OpCodes.Ldstr, sentence);
        il.Emit(OpCodes.Newobj, typeof(InvalidPluginExecutionException).GetConstructor([typeof(string)])!);
        il.Emit(OpCodes.Throw);
        type.CreateType();
    }
}
