using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a column whose values are options.</summary>
[DataContract(Name = "EnumAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public abstract class EnumAttributeMetadata : AttributeMetadata
{
    /// <summary>For the contract's own definitions.</summary>
    protected EnumAttributeMetadata()
    {
    }

    /// <summary>For the contract's own definitions.</summary>
    protected EnumAttributeMetadata(AttributeTypeCode attributeType, string? schemaName)
        : base(attributeType, schemaName)
    {
    }

    /// <summary>The option that a new row has.</summary>
    [DataMember]
    public int? DefaultFormValue { get; set; }

    /// <summary>The options.</summary>
    [DataMember]
    public OptionSetMetadata? OptionSet { get; set; }
}
