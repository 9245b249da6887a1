using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a text column.</summary>
[DataContract(Name = "StringAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class StringAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public StringAttributeMetadata()
        : base(AttributeTypeCode.String, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public StringAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.String, schemaName)
    {
    }

    /// <summary>How many characters it holds.</summary>
    [DataMember]
    public int? MaxLength { get; set; }
}
