using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrmAddon.Sdk.Tests.Connector;

/// <summary>The public types of the stand-in and what can be called on each, inherited members included.</summary>
internal sealed class StandInContract
{
    private readonly Dictionary<string, HashSet<string>> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> bases = new(StringComparer.Ordinal);

    internal static StandInContract Read(params string[] paths)
    {
        var contract = new StandInContract();
        foreach (var path in paths)
            contract.Add(path);
        return contract;
    }

    internal bool Has(SdkReference reference)
    {
        for (var type = Key(reference.Assembly, reference.Type); type is not null; type = bases.GetValueOrDefault(type))
        {
            if (!members.TryGetValue(type, out var own))
                return false;
            if (reference.Member is null || own.Contains(reference.Member + " " + reference.Signature))
                return true;
        }

        return false;
    }

    internal bool HasType(SdkReference reference) => members.ContainsKey(Key(reference.Assembly, reference.Type));

    private void Add(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        var assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        foreach (var type in reader.TypeDefinitions.Select(reader.GetTypeDefinition).Where(t => t.Attributes.HasFlag(TypeAttributes.Public)))
        {
            var key = Key(assembly, SignatureText.NameOf(reader, type));
            members.Add(key, [.. Methods(reader, type), .. Fields(reader, type)]);
            bases.Add(key, BaseOf(reader, type));
        }
    }

    private static IEnumerable<string> Methods(MetadataReader reader, TypeDefinition type) =>
        from method in type.GetMethods().Select(reader.GetMethodDefinition)
        where (method.Attributes & MethodAttributes.MemberAccessMask) is MethodAttributes.Public or MethodAttributes.Family or MethodAttributes.FamORAssem
        select reader.GetString(method.Name) + " " + SignatureText.Of(method.DecodeSignature(SignatureText.Provider, null));

    private static IEnumerable<string> Fields(MetadataReader reader, TypeDefinition type) =>
        from field in type.GetFields().Select(reader.GetFieldDefinition)
        where (field.Attributes & FieldAttributes.FieldAccessMask) is FieldAttributes.Public
        select reader.GetString(field.Name) + " field " + field.DecodeSignature(SignatureText.Provider, null);

    /// <summary>The base type if it is an SDK type that is not generic; members of generic ones are referred to directly.</summary>
    private static string? BaseOf(MetadataReader reader, TypeDefinition type) => type.BaseType.Kind switch
    {
        HandleKind.TypeDefinition when !type.BaseType.IsNil => Key(
            reader.GetString(reader.GetAssemblyDefinition().Name),
            SignatureText.NameOf(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type.BaseType))),
        HandleKind.TypeReference => Key(
            SignatureText.AssemblyOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.BaseType)),
            SignatureText.NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.BaseType))),
        _ => null,
    };

    private static string Key(string assembly, string type) => $"[{assembly}]{type}";
}
