using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a long text.</summary>
[DataContract(Name = "MemoAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class MemoAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public MemoAttributeMetadata()
        : base(AttributeTypeCode.Memo, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public MemoAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Memo, schemaName)
    {
    }

    /// <summary>What the text is.</summary>
    [DataMember]
    public StringFormat? Format { get; set; }

    /// <summary>How an input method editor behaves.</summary>
    [DataMember]
    public ImeMode? ImeMode { get; set; }

    /// <summary>Whether it is kept in several languages.</summary>
    [DataMember]
    public bool? IsLocalizable { get; internal set; }

    /// <summary>How many characters it holds.</summary>
    [DataMember]
    public int? MaxLength { get; set; }
}
