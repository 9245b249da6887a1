using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A column that decides the order of a query's answer.</summary>
[DataContract(Name = "OrderExpression", Namespace = ContractNamespaces.V2011)]
public sealed class OrderExpression : IExtensibleDataObject
{
    /// <summary>No column yet.</summary>
    public OrderExpression()
    {
    }

    /// <summary>A column and the direction.</summary>
    public OrderExpression(string attributeName, OrderType orderType)
    {
        AttributeName = attributeName;
        OrderType = orderType;
    }

    /// <summary>A column of the query, which has an alias, and the direction.</summary>
    public OrderExpression(string attributeName, OrderType orderType, string alias)
        : this(attributeName, orderType) => Alias = alias;

    /// <summary>A column of a linked table, the direction, and the alias of the column and of the table.</summary>
    public OrderExpression(string attributeName, OrderType orderType, string alias, string entityName)
        : this(attributeName, orderType, alias) => EntityName = entityName;

    /// <summary>The column's alias in an aggregate query.</summary>
    [DataMember]
    public string? Alias { get; set; }

    /// <summary>The column's logical name.</summary>
    [DataMember]
    public string AttributeName { get; set; } = null!;

    /// <summary>Alias of the linked table that the column belongs to.</summary>
    [DataMember]
    public string? EntityName { get; set; }

    /// <summary>The direction.</summary>
    [DataMember]
    public OrderType OrderType { get; set; }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }
}
