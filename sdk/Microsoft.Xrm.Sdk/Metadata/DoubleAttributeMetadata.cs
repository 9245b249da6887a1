using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a floating-point number.</summary>
[DataContract(Name = "DoubleAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class DoubleAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public DoubleAttributeMetadata()
        : base(AttributeTypeCode.Double, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public DoubleAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Double, schemaName)
    {
    }

    /// <summary>How an input method editor behaves.</summary>
    [DataMember]
    public ImeMode? ImeMode { get; set; }

    /// <summary>The largest value.</summary>
    [DataMember]
    public double? MaxValue { get; set; }

    /// <summary>The smallest value.</summary>
    [DataMember]
    public double? MinValue { get; set; }

    /// <summary>Digits after the point.</summary>
    [DataMember]
    public int? Precision { get; set; }
}
