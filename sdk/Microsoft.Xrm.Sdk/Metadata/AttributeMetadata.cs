using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a column.</summary>
[DataContract(Name = "AttributeMetadata", Namespace = ContractNamespaces.Metadata2011)]
[KnownType(typeof(PicklistAttributeMetadata))]
[KnownType(typeof(StateAttributeMetadata))]
[KnownType(typeof(StatusAttributeMetadata))]
[KnownType(typeof(StringAttributeMetadata))]
public class AttributeMetadata : MetadataBase
{
    /// <summary>An empty definition.</summary>
    public AttributeMetadata()
    {
    }

    /// <summary>The definition of a column of a type, for the contract's own definitions.</summary>
    protected AttributeMetadata(AttributeTypeCode attributeType, string? schemaName)
    {
        AttributeType = attributeType;
        SchemaName = schemaName!;
    }

    /// <summary>Its type.</summary>
    [DataMember]
    public AttributeTypeCode? AttributeType { get; internal set; }

    /// <summary>What it is for.</summary>
    [DataMember]
    public Label Description { get; set; } = null!;

    /// <summary>Its name for people.</summary>
    [DataMember]
    public Label DisplayName { get; set; } = null!;

    /// <summary>Logical name of its table.</summary>
    [DataMember]
    public string EntityLogicalName { get; internal set; } = null!;

    /// <summary>Whether it was added by a solution.</summary>
    [DataMember]
    public bool? IsCustomAttribute { get; internal set; }

    /// <summary>Whether it is the primary key.</summary>
    [DataMember]
    public bool? IsPrimaryId { get; internal set; }

    /// <summary>Whether it is the primary name.</summary>
    [DataMember]
    public bool? IsPrimaryName { get; internal set; }

    /// <summary>Whether a create may set it.</summary>
    [DataMember]
    public bool? IsValidForCreate { get; internal set; }

    /// <summary>Whether it can be read.</summary>
    [DataMember]
    public bool? IsValidForRead { get; internal set; }

    /// <summary>Whether an update may set it.</summary>
    [DataMember]
    public bool? IsValidForUpdate { get; internal set; }

    /// <summary>Its logical name.</summary>
    [DataMember]
    public string LogicalName { get; set; } = null!;

    /// <summary>Whether it has to be filled in.</summary>
    [DataMember]
    public AttributeRequiredLevelManagedProperty RequiredLevel { get; set; } = null!;

    /// <summary>Its schema name.</summary>
    [DataMember]
    public string SchemaName { get; set; } = null!;
}
