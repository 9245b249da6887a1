using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which alternate keys are wanted.</summary>
[DataContract(Name = "EntityKeyQueryExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class EntityKeyQueryExpression : MetadataQueryExpression
{
    /// <summary>A question for all of them.</summary>
    public EntityKeyQueryExpression()
    {
    }
}
