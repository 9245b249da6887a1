using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which relations are wanted.</summary>
[DataContract(Name = "RelationshipQueryExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class RelationshipQueryExpression : MetadataQueryExpression
{
    /// <summary>A question for all of them.</summary>
    public RelationshipQueryExpression()
    {
    }
}
