using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A relation by schema name.</summary>
[Serializable]
[DataContract(Name = "Relationship", Namespace = ContractNamespaces.V2011)]
public sealed class Relationship : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>Names no relation yet.</summary>
    public Relationship()
    {
    }

    /// <summary>A relation by schema name.</summary>
    public Relationship(string schemaName) => SchemaName = schemaName;

    /// <summary>The row's side, where a table is related to itself.</summary>
    [DataMember]
    public EntityRole? PrimaryEntityRole { get; set; }

    /// <summary>The relation's schema name.</summary>
    [DataMember]
    public string SchemaName { get; set; } = null!;

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }

    /// <summary>Two relations are equal when name and side are.</summary>
    public override bool Equals(object? obj) =>
        obj is Relationship other && other.PrimaryEntityRole == PrimaryEntityRole
        && string.Equals(other.SchemaName, SchemaName, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() =>
        (SchemaName is null ? 0 : StringComparer.Ordinal.GetHashCode(SchemaName)) ^ PrimaryEntityRole.GetHashCode();

    /// <summary>Schema name and side, for logs.</summary>
    public override string ToString() => PrimaryEntityRole is { } role ? $"{SchemaName}.{role}" : SchemaName;
}
