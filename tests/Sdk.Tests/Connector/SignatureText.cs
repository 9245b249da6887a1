using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace CrmAddon.Sdk.Tests.Connector;

/// <summary>
/// Writes a signature as text that is the same in the assembly that refers and in the one that defines: every type with the
/// kind that the signature gives it (class or value type), SDK types with the assembly that they live in.
/// </summary>
internal sealed class SignatureText : ISignatureTypeProvider<string, object?>
{
    internal static SignatureText Provider { get; } = new();

    /// <summary>Name of a type within its assembly: namespace, enclosing types, name.</summary>
    internal static string NameOf(MetadataReader reader, TypeReference type)
    {
        var name = reader.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)) + "+" + name
            : reader.GetString(type.Namespace) + "." + name;
    }

    internal static string NameOf(MetadataReader reader, TypeDefinition type)
    {
        var name = reader.GetString(type.Name);
        return type.GetDeclaringType() is { IsNil: false } declaring
            ? NameOf(reader, reader.GetTypeDefinition(declaring)) + "+" + name
            : reader.GetString(type.Namespace) + "." + name;
    }

    /// <summary>Name of the assembly that a reference points to; empty for one within the same assembly.</summary>
    internal static string AssemblyOf(MetadataReader reader, TypeReference type) => type.ResolutionScope.Kind switch
    {
        HandleKind.AssemblyReference => reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name),
        HandleKind.TypeReference => AssemblyOf(reader, reader.GetTypeReference((TypeReferenceHandle)type.ResolutionScope)),
        _ => "",
    };

    internal static bool IsSdk(string assembly) => assembly is "Microsoft.Xrm.Sdk" or "Microsoft.Crm.Sdk.Proxy";

    public string GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
    {
        var type = reader.GetTypeReference(handle);
        return Kind(rawTypeKind) + Scope(AssemblyOf(reader, type)) + NameOf(reader, type);
    }

    public string GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
    {
        var assembly = reader.GetString(reader.GetAssemblyDefinition().Name);
        return Kind(rawTypeKind) + Scope(assembly) + NameOf(reader, reader.GetTypeDefinition(handle));
    }

    public string GetTypeFromSpecification(MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => typeCode.ToString();

    public string GetSZArrayType(string elementType) => elementType + "[]";

    public string GetArrayType(string elementType, ArrayShape shape) => elementType + "[" + shape.Rank + "]";

    public string GetByReferenceType(string elementType) => elementType + "&";

    public string GetPointerType(string elementType) => elementType + "*";

    public string GetPinnedType(string elementType) => elementType;

    public string GetFunctionPointerType(MethodSignature<string> signature) => Of(signature);

    public string GetGenericInstantiation(string genericType, ImmutableArray<string> typeArguments) =>
        genericType + "<" + string.Join(", ", typeArguments) + ">";

    public string GetGenericMethodParameter(object? genericContext, int index) => "!!" + index;

    public string GetGenericTypeParameter(object? genericContext, int index) => "!" + index;

    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        unmodifiedType + (isRequired ? " modreq " : " modopt ") + modifier;

    /// <summary>A whole method signature: static or not, generic parameters, result, parameters.</summary>
    internal static string Of(MethodSignature<string> signature) =>
        (signature.Header.IsInstance ? "instance " : "static ") + signature.ReturnType
        + " `" + signature.GenericParameterCount + "(" + string.Join(", ", signature.ParameterTypes) + ")";

    private static string Kind(byte rawTypeKind) => (SignatureTypeKind)rawTypeKind == SignatureTypeKind.ValueType ? "struct " : "";

    private static string Scope(string assembly) => IsSdk(assembly) ? $"[{assembly}]" : "";
}
