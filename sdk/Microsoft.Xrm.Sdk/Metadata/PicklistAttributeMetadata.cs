using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a choice column.</summary>
[DataContract(Name = "PicklistAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class PicklistAttributeMetadata : EnumAttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public PicklistAttributeMetadata()
        : base(AttributeTypeCode.Picklist, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public PicklistAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.Picklist, schemaName)
    {
    }
}
