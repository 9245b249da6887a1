using System;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

/// <summary>An amount in the row's currency; the row's <c>transactioncurrencyid</c> says which.</summary>
[Serializable]
[DataContract(Name = "Money", Namespace = ContractNamespaces.V2011)]
public sealed class Money : IExtensibleDataObject
{
    [NonSerialized]
    private ExtensionDataObject? extensionData;

    /// <summary>Zero.</summary>
    public Money()
    {
    }

    /// <summary>An amount, at the precision given; the platform rounds it to the column's when it is stored.</summary>
    public Money(decimal value) => Value = value;

    /// <summary>The amount.</summary>
    [DataMember]
    public decimal Value { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData
    {
        get => extensionData;
        set => extensionData = value;
    }

    /// <summary>Two amounts are equal when their values are.</summary>
    public override bool Equals(object? obj) => obj is Money other && other.Value == Value;

    /// <inheritdoc />
    public override int GetHashCode() => Value.GetHashCode();
}
