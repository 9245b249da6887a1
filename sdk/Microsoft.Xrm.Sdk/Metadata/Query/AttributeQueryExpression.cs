using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Which columns are wanted.</summary>
[DataContract(Name = "AttributeQueryExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class AttributeQueryExpression : MetadataQueryExpression
{
    /// <summary>A question for all of them.</summary>
    public AttributeQueryExpression()
    {
    }
}
