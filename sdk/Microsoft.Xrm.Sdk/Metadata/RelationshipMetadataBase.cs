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
}
