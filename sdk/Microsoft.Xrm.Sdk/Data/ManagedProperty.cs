using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>A setting that a managed solution may forbid to change.</summary>
/// <typeparam name="T">Type of the setting.</typeparam>
[Serializable]
[DataContract(Name = "ManagedProperty{0}", Namespace = ContractNamespaces.V2011)]
public abstract class ManagedProperty<T> : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>For the contract's own properties.</summary>
    protected ManagedProperty()
    {
    }

    /// <summary>For the contract's own properties: the property's logical name.</summary>
    protected ManagedProperty(string managedPropertyLogicalName) => ManagedPropertyLogicalName = managedPropertyLogicalName;

    /// <summary>Whether it may be changed.</summary>
    [DataMember]
    public bool CanBeChanged { get; set; }

    /// <summary>Logical name of the managed property.</summary>
    [DataMember]
    public string? ManagedPropertyLogicalName { get; internal set; }

    /// <summary>The setting.</summary>
    [DataMember]
    public T Value { get; set; } = default!;

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }
}
