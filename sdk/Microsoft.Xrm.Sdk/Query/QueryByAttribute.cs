using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query for the rows whose columns equal values; all of them have to.</summary>
[DataContract(Name = "QueryByAttribute", Namespace = ContractNamespaces.V2011)]
public sealed class QueryByAttribute : QueryBase
{
    private DataCollection<string>? attributes;
    private DataCollection<OrderExpression>? orders;
    private DataCollection<object>? values;

    /// <summary>A query of no table yet.</summary>
    public QueryByAttribute()
    {
    }

    /// <summary>A query of a table.</summary>
    public QueryByAttribute(string entityName) => EntityName = entityName;

    /// <summary>The columns compared, in the order of <see cref="Values"/>.</summary>
    [DataMember]
    public DataCollection<string> Attributes
    {
        get => attributes ??= [];
        private set => attributes = value;
    }

    /// <summary>The columns wanted.</summary>
    [DataMember]
    public ColumnSet? ColumnSet { get; set; }

    /// <summary>The table's logical name.</summary>
    [DataMember]
    public string EntityName { get; set; } = null!;

    /// <summary>The order.</summary>
    [DataMember]
    public DataCollection<OrderExpression> Orders
    {
        get => orders ??= [];
        private set => orders = value;
    }

    /// <summary>The page wanted; not together with <see cref="TopCount"/>.</summary>
    [DataMember]
    public PagingInfo? PageInfo { get; set; }

    /// <summary>At most so many rows; null for no limit.</summary>
    [DataMember]
    public int? TopCount { get; set; }

    /// <summary>The values compared with, in the order of <see cref="Attributes"/>.</summary>
    [DataMember]
    public DataCollection<object> Values
    {
        get => values ??= [];
        private set => values = value;
    }

    /// <summary>Adds a column and its value.</summary>
    public void AddAttributeValue(string attributeName, object value)
    {
        Attributes.Add(attributeName);
        Values.Add(value);
    }

    /// <summary>Adds an order.</summary>
    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));
}
