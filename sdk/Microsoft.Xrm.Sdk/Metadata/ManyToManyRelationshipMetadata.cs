using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

/// <summary>Definition of a many-to-many relation.</summary>
[DataContract(Name = "ManyToManyRelationshipMetadata", Namespace = ContractNamespaces.Metadata2011)]
public sealed class ManyToManyRelationshipMetadata : RelationshipMetadataBase
{
    /// <summary>Column of the first table's key in the table between.</summary>
    [DataMember]
    public string Entity1IntersectAttribute { get; set; } = null!;

    /// <summary>The first table.</summary>
    [DataMember]
    public string Entity1LogicalName { get; set; } = null!;

    /// <summary>Column of the second table's key in the table between.</summary>
    [DataMember]
    public string Entity2IntersectAttribute { get; set; } = null!;

    /// <summary>The second table.</summary>
    [DataMember]
    public string Entity2LogicalName { get; set; } = null!;

    /// <summary>The table between.</summary>
    [DataMember]
    public string IntersectEntityName { get; set; } = null!;

    /// <summary>Name of the second table's rows on a row of the first, in the Web API.</summary>
    [DataMember]
    public string Entity1NavigationPropertyName { get; set; } = null!;

    /// <summary>Name of the first table's rows on a row of the second, in the Web API.</summary>
    [DataMember]
    public string Entity2NavigationPropertyName { get; set; } = null!;
}
