using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>How an aggregate query aggregates a column or groups by it.</summary>
[DataContract(Name = "AttributeExpression", Namespace = ContractNamespaces.V2011)]
public sealed class XrmAttributeExpression : IExtensibleDataObject
{
    /// <summary>No column yet.</summary>
    public XrmAttributeExpression()
    {
    }

    /// <summary>A column.</summary>
    public XrmAttributeExpression(string attributeName) => AttributeName = attributeName;

    /// <summary>A column and what becomes of it.</summary>
    public XrmAttributeExpression(string attributeName, XrmAggregateType aggregateType)
        : this(attributeName) => AggregateType = aggregateType;

    /// <summary>A column, what becomes of it, and its name in the answer.</summary>
    public XrmAttributeExpression(string attributeName, XrmAggregateType aggregateType, string alias)
        : this(attributeName, aggregateType) => Alias = alias;

    /// <summary>A column, what becomes of it, its name in the answer, and the part of the date to group by.</summary>
    public XrmAttributeExpression(string attributeName, XrmAggregateType aggregateType, string alias, XrmDateTimeGrouping dateTimeGrouping)
        : this(attributeName, aggregateType, alias) => DateTimeGrouping = dateTimeGrouping;

    /// <summary>What becomes of the values.</summary>
    [DataMember]
    public XrmAggregateType AggregateType { get; set; }

    /// <summary>The name in the answer.</summary>
    [DataMember]
    public string? Alias { get; set; }

    /// <summary>The column's logical name.</summary>
    [DataMember]
    public string AttributeName { get; set; } = null!;

    /// <summary>The part of the date to group by.</summary>
    [DataMember]
    public XrmDateTimeGrouping DateTimeGrouping { get; set; }

    /// <summary>Whether the rows are grouped by the column.</summary>
    [DataMember]
    public bool HasGroupBy { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
