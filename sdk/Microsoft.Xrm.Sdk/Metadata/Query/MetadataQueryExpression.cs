using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which definitions are wanted, and which of their properties.</summary>
[DataContract(Name = "MetadataQueryExpression", Namespace = ContractNamespaces.Metadata2011Query)]
[KnownType(typeof(AttributeQueryExpression))]
[KnownType(typeof(EntityKeyQueryExpression))]
[KnownType(typeof(EntityQueryExpression))]
[KnownType(typeof(RelationshipQueryExpression))]
public class MetadataQueryExpression : MetadataQueryBase
{
    /// <summary>A question for all definitions.</summary>
    public MetadataQueryExpression()
    {
    }

    /// <summary>Which definitions.</summary>
    [DataMember]
    public MetadataFilterExpression Criteria { get; set; } = null!;

    /// <summary>Which of their properties.</summary>
    [DataMember]
    public MetadataPropertiesExpression Properties { get; set; } = null!;
}
