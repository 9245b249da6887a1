using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a relation.</summary>
[DataContract(Name = "RelationshipMetadataBase", Namespace = ContractNamespaces.Metadata2011)]
[KnownType(typeof(OneToManyRelationshipMetadata))]
[KnownType(typeof(ManyToManyRelationshipMetadata))]
public abstract class RelationshipMetadataBase : MetadataBase
{
    /// <summary>For the contract's own definitions.</summary>
    protected RelationshipMetadataBase()
    {
    }

    /// <summary>Whether it was added by a solution.</summary>
    [DataMember]
    public bool? IsCustomRelationship { get; set; }

    /// <summary>Its schema name.</summary>
    [DataMember]
    public string SchemaName { get; set; } = null!;

    /// <summary>Version of the solution that brought it.</summary>
    [DataMember]
    public string IntroducedVersion { get; internal set; } = null!;

    /// <summary>Whether it may be changed.</summary>
    [DataMember]
    public BooleanManagedProperty IsCustomizable { get; set; } = null!;

    /// <summary>Whether a managed solution brought it.</summary>
    [DataMember]
    public bool? IsManaged { get; internal set; }

    /// <summary>Whether people can search by it.</summary>
    [DataMember]
    public bool? IsValidForAdvancedFind { get; set; }

    /// <summary>One to many, or many to many.</summary>
    [DataMember]
    public RelationshipType RelationshipType { get; internal set; }
}
