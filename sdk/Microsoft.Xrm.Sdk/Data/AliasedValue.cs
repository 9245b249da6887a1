using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A value that a query brings from a linked table or an aggregate, under an alias.</summary>
[Serializable]
[DataContract(Name = "AliasedValue", Namespace = ContractNamespaces.V2011)]
public sealed class AliasedValue : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>A value of a column of a table.</summary>
    public AliasedValue(string? entityLogicalName, string? attributeLogicalName, object? value)
    {
        EntityLogicalName = entityLogicalName;
        AttributeLogicalName = attributeLogicalName;
        Value = value;
    }

    /// <summary>Logical name of the column.</summary>
    [DataMember]
    public string? AttributeLogicalName { get; internal set; }

    /// <summary>Logical name of the table.</summary>
    [DataMember]
    public string? EntityLogicalName { get; internal set; }

    /// <summary>The value, of the type that the column gives.</summary>
    [DataMember]
    public object? Value { get; internal set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }
}
