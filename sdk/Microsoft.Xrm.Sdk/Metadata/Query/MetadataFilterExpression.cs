using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>Conditions that are met all together, or one of them.</summary>
[DataContract(Name = "MetadataFilterExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class MetadataFilterExpression : IExtensibleDataObject
{
    private DataCollection<MetadataConditionExpression>? conditions;
    private DataCollection<MetadataFilterExpression>? filters;

    /// <summary>A filter whose conditions are met all together.</summary>
    public MetadataFilterExpression()
    {
    }

    /// <summary>A filter.</summary>
    public MetadataFilterExpression(LogicalOperator filterOperator) => FilterOperator = filterOperator;

    /// <summary>The conditions.</summary>
    [DataMember]
    public DataCollection<MetadataConditionExpression> Conditions
    {
        get => conditions ??= [];
        private set => conditions = value;
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>All together, or one of them.</summary>
    [DataMember]
    public LogicalOperator FilterOperator { get; set; }

    /// <summary>Filters inside this one.</summary>
    [DataMember]
    public DataCollection<MetadataFilterExpression> Filters
    {
        get => filters ??= [];
        private set => filters = value;
    }
}
