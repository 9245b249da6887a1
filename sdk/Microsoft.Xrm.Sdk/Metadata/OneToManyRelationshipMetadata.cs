using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a one-to-many relation: a lookup.</summary>
[DataContract(Name = "OneToManyRelationshipMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class OneToManyRelationshipMetadata : RelationshipMetadataBase
{
    /// <summary>The key looked up.</summary>
    [DataMember]
    public string ReferencedAttribute { get; set; } = null!;

    /// <summary>The table looked up.</summary>
    [DataMember]
    public string ReferencedEntity { get; set; } = null!;

    /// <summary>The lookup.</summary>
    [DataMember]
    public string ReferencingAttribute { get; set; } = null!;

    /// <summary>The table that holds the lookup.</summary>
    [DataMember]
    public string ReferencingEntity { get; set; } = null!;

    /// <summary>What goes on to the rows that point to a row.</summary>
    [DataMember]
    public CascadeConfiguration CascadeConfiguration { get; set; } = null!;

    /// <summary>Whether it is its table's hierarchy.</summary>
    [DataMember]
    public bool? IsHierarchical { get; set; }

    /// <summary>Name of the rows that point to a row, in the Web API.</summary>
    [DataMember]
    public string ReferencedEntityNavigationPropertyName { get; set; } = null!;

    /// <summary>Name of the row looked up, in the Web API.</summary>
    [DataMember]
    public string ReferencingEntityNavigationPropertyName { get; set; } = null!;
}
