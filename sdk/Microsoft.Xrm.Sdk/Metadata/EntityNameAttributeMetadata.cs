using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a column that holds the name of a table.</summary>
[DataContract(Name = "EntityNameAttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class EntityNameAttributeMetadata : EnumAttributeMetadata
{
    /// <summary>An empty definition.</summary>
    public EntityNameAttributeMetadata()
        : base(AttributeTypeCode.EntityName, null)
    {
    }

    /// <summary>The definition of a column by schema name.</summary>
    public EntityNameAttributeMetadata(string schemaName)
        : base(AttributeTypeCode.EntityName, schemaName)
    {
    }

    /// <summary>Whether it belongs to a lookup.</summary>
    [DataMember]
    public bool? IsEntityReferenceStored { get; internal set; }
}
