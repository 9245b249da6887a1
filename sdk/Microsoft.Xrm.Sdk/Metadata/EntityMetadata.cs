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

    /// <summary>Whether it is an activity that people see.</summary>
    [DataMember]
    public int? ActivityTypeMask { get; set; }

    /// <summary>Whether changes can be asked for.</summary>
    [DataMember]
    public bool? ChangeTrackingEnabled { get; set; }

    /// <summary>Schema name of many rows.</summary>
    [DataMember]
    public string CollectionSchemaName { get; internal set; } = null!;

    /// <summary>What it is for.</summary>
    [DataMember]
    public Label Description { get; set; } = null!;

    /// <summary>Whether activities may be about its rows.</summary>
    [DataMember]
    public bool? HasActivities { get; set; }

    /// <summary>Whether its rows may have notes.</summary>
    [DataMember]
    public bool? HasNotes { get; set; }

    /// <summary>Version of the solution that brought it.</summary>
    [DataMember]
    public string IntroducedVersion { get; internal set; } = null!;

    /// <summary>Whether it is an activity.</summary>
    [DataMember]
    public bool? IsActivity { get; set; }

    /// <summary>Whether changes of its rows are recorded.</summary>
    [DataMember]
    public BooleanManagedProperty IsAuditEnabled { get; set; } = null!;

    /// <summary>Whether it may be changed.</summary>
    [DataMember]
    public BooleanManagedProperty IsCustomizable { get; set; } = null!;

    /// <summary>Whether it only holds the pairs of a relation.</summary>
    [DataMember]
    public bool? IsIntersect { get; internal set; }

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>Whether people can search it.</summary>
    [DataMember]
    public bool? IsValidForAdvancedFind { get; internal set; }

    /// <summary>Its alternate keys.</summary>
    [DataMember]
    public EntityKeyMetadata[] Keys { get; internal set; } = null!;

    /// <summary>Logical name of many rows.</summary>
    [DataMember]
    public string LogicalCollectionName { get; set; } = null!;

    /// <summary>Who owns its rows.</summary>
    [DataMember]
    public OwnershipTypes? OwnershipType { get; set; }

    /// <summary>Logical name of the picture of a row.</summary>
    [DataMember]
    public string PrimaryImageAttribute { get; internal set; } = null!;
}
