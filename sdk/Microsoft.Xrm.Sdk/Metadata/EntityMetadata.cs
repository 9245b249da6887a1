using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a table.</summary>
[DataContract(Name = "EntityMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class EntityMetadata : MetadataBase
{
    /// <summary>An empty definition.</summary>
    public EntityMetadata()
    {
    }

    /// <summary>Its columns.</summary>
    [DataMember]
    public AttributeMetadata[] Attributes { get; internal set; } = null!;

    /// <summary>Name of many rows for people.</summary>
    [DataMember]
    public Label DisplayCollectionName { get; set; } = null!;

    /// <summary>Name of one row for people.</summary>
    [DataMember]
    public Label DisplayName { get; set; } = null!;

    /// <summary>Name in the Web API.</summary>
    [DataMember]
    public string EntitySetName { get; set; } = null!;

    /// <summary>Whether it was added by a solution.</summary>
    [DataMember]
    public bool? IsCustomEntity { get; internal set; }

    /// <summary>Its logical name.</summary>
    [DataMember]
    public string LogicalName { get; set; } = null!;

    /// <summary>Its many-to-many relations.</summary>
    [DataMember]
    public ManyToManyRelationshipMetadata[] ManyToManyRelationships { get; internal set; } = null!;

    /// <summary>Relations in which it holds the lookup.</summary>
    [DataMember]
    public OneToManyRelationshipMetadata[] ManyToOneRelationships { get; internal set; } = null!;

    /// <summary>Its number in this environment.</summary>
    [DataMember]
    public int? ObjectTypeCode { get; internal set; }

    /// <summary>Relations in which it is looked up.</summary>
    [DataMember]
    public OneToManyRelationshipMetadata[] OneToManyRelationships { get; internal set; } = null!;

    /// <summary>Logical name of its primary key.</summary>
    [DataMember]
    public string PrimaryIdAttribute { get; internal set; } = null!;

    /// <summary>Logical name of its primary name.</summary>
    [DataMember]
    public string PrimaryNameAttribute { get; internal set; } = null!;

    /// <summary>Its privileges.</summary>
    [DataMember]
    public SecurityPrivilegeMetadata[] Privileges { get; internal set; } = null!;

    /// <summary>Its schema name.</summary>
    [DataMember]
    public string SchemaName { get; set; } = null!;
}
