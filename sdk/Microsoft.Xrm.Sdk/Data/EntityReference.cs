using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>Names a row: by table and id, or by table and alternate key.</summary>
[Serializable]
[DataContract(Name = "EntityReference", Namespace = ContractNamespaces.V2011)]
public sealed class EntityReference : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    private KeyAttributeCollection? keyAttributes;

    /// <summary>Names no row yet.</summary>
    public EntityReference()
    {
    }

    /// <summary>Names a table, no row yet.</summary>
    public EntityReference(string logicalName) => LogicalName = logicalName;

    /// <summary>Names a row by id.</summary>
    public EntityReference(string logicalName, Guid id)
        : this(logicalName) => Id = id;

    /// <summary>Names a row by alternate key.</summary>
    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
        : this(logicalName) => keyAttributes = keyAttributeCollection;

    /// <summary>Names a row by an alternate key of one column.</summary>
    public EntityReference(string logicalName, string keyName, object keyValue)
        : this(logicalName) => KeyAttributes.Add(keyName, keyValue);

    /// <summary>The row's id; empty when an alternate key names it.</summary>
    [DataMember]
    public Guid Id { get; set; }

    /// <summary>The alternate key's columns and values; empty when the id names the row.</summary>
    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => keyAttributes ??= [];
        set => keyAttributes = value;
    }

    /// <summary>The table's logical name.</summary>
    [DataMember]
    public string LogicalName { get; set; } = null!;

    /// <summary>The row's primary name, where the platform filled it in; never read by it.</summary>
    [DataMember]
    public string? Name { get; set; }

    /// <summary>The row's version, where the platform filled it in.</summary>
    [DataMember]
    public string? RowVersion { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }

    /// <summary>Two references are equal when table and id are.</summary>
    public override bool Equals(object? obj) =>
        obj is EntityReference other && other.Id == Id && string.Equals(other.LogicalName, LogicalName, StringComparison.Ordinal);

    /// <inheritdoc />
    public override int GetHashCode() => Id.GetHashCode() ^ (LogicalName is null ? 0 : StringComparer.Ordinal.GetHashCode(LogicalName));
}
