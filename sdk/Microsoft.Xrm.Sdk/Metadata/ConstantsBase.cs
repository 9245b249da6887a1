using System.Collections.Generic;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>A value out of a list that may grow with the platform.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
[DataContract(Name = "ConstantsBase", Namespace = ContractNamespaces.Metadata2013)]
public abstract class ConstantsBase<T> : IExtensibleDataObject
{
    /// <summary>For the contract's own constants.</summary>
    protected ConstantsBase()
    {
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>The value.</summary>
    [DataMember]
    public T Value { get; set; } = default!;

    /// <inheritdoc />
    public override bool Equals(object? obj) =>
        obj is ConstantsBase<T> other && obj.GetType() == GetType() && EqualityComparer<T>.Default.Equals(Value, other.Value);

    /// <inheritdoc />
    public override int GetHashCode() => Value is null ? 0 : Value.GetHashCode();
}
