using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>The number of an option of a choice, state or status column.</summary>
[Serializable]
[DataContract(Name = "OptionSetValue", Namespace = ContractNamespaces.V2011)]
public sealed class OptionSetValue : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>Option 0.</summary>
    public OptionSetValue()
    {
    }

    /// <summary>An option by number.</summary>
    public OptionSetValue(int value) => Value = value;

    /// <summary>The option's number.</summary>
    [DataMember]
    public int Value { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }

    /// <summary>Two options are equal when their numbers are.</summary>
    public override bool Equals(object? obj) => obj is OptionSetValue other && other.Value == Value;

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();
}
