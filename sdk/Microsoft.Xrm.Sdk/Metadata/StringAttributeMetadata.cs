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

    /// <summary>How many characters the store keeps.</summary>
    [DataMember]
    public int? DatabaseLength { get; internal set; }

    /// <summary>What the text is.</summary>
    [DataMember]
    public StringFormat? Format { get; set; }

    /// <summary>What the text is, for formats that came later as well.</summary>
    [DataMember]
    public StringFormatName FormatName { get; set; } = null!;

    /// <summary>How an input method editor behaves.</summary>
    [DataMember]
    public ImeMode? ImeMode { get; set; }

    /// <summary>Whether it is kept in several languages.</summary>
    [DataMember]
    public bool? IsLocalizable { get; internal set; }
}
