using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a column of several options.</summary>
[DataContract(Name = "MultiSelectPicklistAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class MultiSelectPicklistAttributeMetadata : EnumAttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public MultiSelectPicklistAttributeMetadata()
        : base(AttributeTypeCode.Virtual, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public MultiSelectPicklistAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Virtual, schemaName)
    {
    }
}
