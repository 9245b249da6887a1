using System.Collections;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A comparison of a column with values.</summary>
[DataContract(Name = "ConditionExpression", Namespace = ContractNamespaces.V2011)]
[KnownType(typeof(EntityReference))]
[KnownType(typeof(Money))]
[KnownType(typeof(OptionSetValue))]
public sealed class ConditionExpression : IExtensibleDataObject
{
    private DataCollection<object>? values;

    /// <summary>No comparison yet.</summary>
    public ConditionExpression()
    {
    }

    /// <summary>A comparison without a value, such as <see cref="ConditionOperator.Null"/>.</summary>
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator)
        : this(null, attributeName, conditionOperator)
    {
    }

    /// <summary>A comparison with one value.</summary>
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, object? value)
        : this(null, attributeName, conditionOperator, value)
    {
    }

    /// <summary>A comparison with values.</summary>
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, params object[] values)
        : this(null, attributeName, conditionOperator, values)
    {
    }

    /// <summary>A comparison with the values of a collection, for <see cref="ConditionOperator.In"/> and its like.</summary>
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, ICollection values)
        : this(null, attributeName, conditionOperator)
    {
        foreach (var value in values)
            Values.Add(value);
    }

    /// <summary>A comparison of a linked table's column, without a value.</summary>
    public ConditionExpression(string? entityName, string attributeName, ConditionOperator conditionOperator)
    {
        EntityName = entityName;
        AttributeName = attributeName;
        Operator = conditionOperator;
    }

    /// <summary>A comparison of a linked table's column with one value.</summary>
    public ConditionExpression(string? entityName, string attributeName, ConditionOperator conditionOperator, object? value)
        : this(entityName, attributeName, conditionOperator)
    {
        if (value is not null)
            Values.Add(value);
    }

    /// <summary>A comparison of a linked table's column with values.</summary>
    public ConditionExpression(string? entityName, string attributeName, ConditionOperator conditionOperator, params object[] values)
        : this(entityName, attributeName, conditionOperator) => Values.AddRange(values);

    /// <summary>A comparison with another column of the row if <paramref name="compareColumns"/>, else with a value.</summary>
    public ConditionExpression(string attributeName, ConditionOperator conditionOperator, bool compareColumns, object value)
        : this(attributeName, conditionOperator, value) => CompareColumns = compareColumns;

    /// <summary>The column's logical name.</summary>
    [DataMember(Order = 0)]
    public string AttributeName { get; set; } = null!;

    /// <summary>The comparison.</summary>
    [DataMember(Order = 1)]
    public ConditionOperator Operator { get; set; }

    /// <summary>The values, as many as the comparison takes.</summary>
    [DataMember(Order = 2)]
    public DataCollection<object> Values
    {
        get => values ??= [];
        private set => values = value;
    }

    /// <summary>Alias or name of the linked table that the column belongs to; null for the query's or link's own table.</summary>
    [DataMember(Order = 3)]
    public string? EntityName { get; set; }

    /// <summary>Whether the value is the name of another column of the row.</summary>
    [DataMember(Order = 4)]
    public bool CompareColumns { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
