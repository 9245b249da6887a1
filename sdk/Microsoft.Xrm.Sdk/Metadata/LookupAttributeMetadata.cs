using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a lookup.</summary>
[DataContract(Name = "LookupAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class LookupAttributeMetadata : AttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public LookupAttributeMetadata()
        : base(AttributeTypeCode.Lookup, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public LookupAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Lookup, schemaName)
    {
    }

    /// <summary>What the lookup is.</summary>
    [DataMember]
    public LookupFormat? Format { get; set; }

    /// <summary>The tables that it may point to.</summary>
    [DataMember]
    public string[] Targets { get; set; } = null!;
}
