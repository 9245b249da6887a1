using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which tables are wanted, and which of their columns, keys, labels and relations.</summary>
[DataContract(Name = "EntityQueryExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class EntityQueryExpression : MetadataQueryExpression
{
    /// <summary>A question for all tables.</summary>
    public EntityQueryExpression()
    {
    }

    /// <summary>Which columns.</summary>
    [DataMember]
    public AttributeQueryExpression AttributeQuery { get; set; } = null!;

    /// <summary>Which alternate keys.</summary>
    [DataMember]
    public EntityKeyQueryExpression KeyQuery { get; set; } = null!;

    /// <summary>Which labels.</summary>
    [DataMember]
    public LabelQueryExpression LabelQuery { get; set; } = null!;

    /// <summary>Which relations.</summary>
    [DataMember]
    public RelationshipQueryExpression RelationshipQuery { get; set; } = null!;
}
