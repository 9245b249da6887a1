using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CrmAddon.Sdk.Tests.Connector;

/// <summary>Every reference of the vendor's connector to a type or member of the SDK.</summary>
internal sealed class ConnectorReferences
{
    private ConnectorReferences(IReadOnlyList<SdkReference> types, IReadOnlyList<SdkReference> members)
    {
        Types = types;
        Members = members;
    }

    internal IReadOnlyList<SdkReference> Types { get; }

    internal IReadOnlyList<SdkReference> Members { get; }

    internal static ConnectorReferences Read(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return new(
            [.. reader.TypeReferences.Select(h => OfType(reader, h, member: null, "", ofInstantiation: false)).OfType<SdkReference>()],
            [.. reader.MemberReferences.Select(h => OfMember(reader, reader.GetMemberReference(h))).OfType<SdkReference>()]);
    }

    private static SdkReference? OfMember(MetadataReader reader, MemberReference member)
    {
        var (type, ofInstantiation) = member.Parent.Kind switch
        {
            HandleKind.TypeReference => ((TypeReferenceHandle)member.Parent, false),
            HandleKind.TypeSpecification => (GenericType(reader, (TypeSpecificationHandle)member.Parent), true),
            _ => (default, false),
        };
        return type.IsNil ? null : OfType(reader, type, reader.GetString(member.Name), Signature(member), ofInstantiation);
    }

    private static string Signature(MemberReference member) => member.GetKind() == MemberReferenceKind.Field
        ? "field " + member.DecodeFieldSignature(SignatureText.Provider, null)
        : SignatureText.Of(member.DecodeMethodSignature(SignatureText.Provider, null));

    private static SdkReference? OfType(
        MetadataReader reader, TypeReferenceHandle handle, string? member, string signature, bool ofInstantiation)
    {
        var type = reader.GetTypeReference(handle);
        var assembly = SignatureText.AssemblyOf(reader, type);
        return SignatureText.IsSdk(assembly)
            ? new SdkReference(assembly, SignatureText.NameOf(reader, type), member, signature, ofInstantiation)
            : null;
    }

    /// <summary>The generic type that a specification instantiates; nil if it is none or not a reference.</summary>
    private static TypeReferenceHandle GenericType(MetadataReader reader, TypeSpecificationHandle handle)
    {
        var blob = reader.GetBlobReader(reader.GetTypeSpecification(handle).Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return default;

        blob.ReadCompressedInteger();
        var type = blob.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? (TypeReferenceHandle)type : default;
    }
}
