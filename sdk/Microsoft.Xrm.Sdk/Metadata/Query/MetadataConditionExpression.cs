using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata.Query;

/// <summary>What a property has to be.</summary>
[DataContract(Name = "MetadataConditionExpression", Namespace = ContractNamespaces.Metadata2011Query)]
public sealed class MetadataConditionExpression : IExtensibleDataObject
{
    /// <summary>An empty condition.</summary>
    public MetadataConditionExpression()
    {
    }

    /// <summary>A comparison.</summary>
    public MetadataConditionExpression(string propertyName, MetadataConditionOperator conditionOperator, object value)
    {
        PropertyName = propertyName;
        ConditionOperator = conditionOperator;
        Value = value;
    }

    /// <summary>How the property is compared.</summary>
    [DataMember]
    public MetadataConditionOperator ConditionOperator { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>The property's name.</summary>
    [DataMember]
    public string PropertyName { get; set; } = null!;

    /// <summary>What it is compared with; an array for "in" and "not in".</summary>
    [DataMember]
    public object? Value { get; set; }
}
