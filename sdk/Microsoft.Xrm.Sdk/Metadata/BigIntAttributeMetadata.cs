using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a large whole number.</summary>
[DataContract(Name = "BigIntAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class BigIntAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public BigIntAttributeMetadata()
        : base(AttributeTypeCode.BigInt, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public BigIntAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.BigInt, schemaName)
    {
    }

    /// <summary>The largest value.</summary>
    [DataMember]
    public long? MaxValue { get; set; }

    /// <summary>The smallest value.</summary>
    [DataMember]
    public long? MinValue { get; set; }
}
