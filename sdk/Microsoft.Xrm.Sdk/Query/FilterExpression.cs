using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>Conditions and further filters, all joined by one operator.</summary>
[DataContract(Name = "FilterExpression", Namespace = ContractNamespaces.V2011)]
public sealed class FilterExpression : IExtensibleDataObject
{
    private DataCollection<ConditionExpression>? conditions;
    private DataCollection<FilterExpression>? filters;

    /// <summary>A filter that joins by And.</summary>
    public FilterExpression()
    {
    }

    /// <summary>A filter that joins by this operator.</summary>
    public FilterExpression(LogicalOperator filterOperator) => FilterOperator = filterOperator;

    /// <summary>A link whose rows decide (any, not any, all, not all), as one more part of the filter; null without.</summary>
    [DataMember(EmitDefaultValue = false)]
    public LinkEntity? AnyAllFilterLinkEntity { get; set; }

    /// <summary>The comparisons.</summary>
    [DataMember]
    public DataCollection<ConditionExpression> Conditions
    {
        get => conditions ??= [];
        private set => conditions = value;
    }

    /// <summary>A hint to the platform, such as <c>union</c>; null without.</summary>
    [DataMember(EmitDefaultValue = false)]
    public string? FilterHint { get; set; }

    /// <summary>What joins the parts.</summary>
    [DataMember]
    public LogicalOperator FilterOperator { get; set; }

    /// <summary>The filters within.</summary>
    [DataMember]
    public DataCollection<FilterExpression> Filters
    {
        get => filters ??= [];
        private set => filters = value;
    }

    /// <summary>Whether the filter is a quick find.</summary>
    [DataMember]
    public bool IsQuickFindFilter { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Adds a comparison.</summary>
    public void AddCondition(string attributeName, ConditionOperator conditionOperator, params object[] values) =>
        Conditions.Add(new ConditionExpression(attributeName, conditionOperator, values));

    /// <summary>Adds a comparison of a linked table's column.</summary>
    public void AddCondition(string entityName, string attributeName, ConditionOperator conditionOperator, params object[] values) =>
        Conditions.Add(new ConditionExpression(entityName, attributeName, conditionOperator, values));

    /// <summary>Adds a comparison.</summary>
    public void AddCondition(ConditionExpression condition) => Conditions.Add(condition);

    /// <summary>Adds a filter that joins by this operator, and gives it.</summary>
    public FilterExpression AddFilter(LogicalOperator logicalOperator)
    {
        var filter = new FilterExpression(logicalOperator);
        Filters.Add(filter);
        return filter;
    }

    /// <summary>Adds a filter.</summary>
    public void AddFilter(FilterExpression childFilter) => Filters.Add(childFilter);
}
