using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A query built from objects.</summary>
[DataContract(Name = "QueryExpression", Namespace = ContractNamespaces.V2011)]
public sealed class QueryExpression : QueryBase
{
    private ColumnSet? columnSet;
    private FilterExpression? criteria;
    private DataCollection<LinkEntity>? linkEntities;
    private DataCollection<OrderExpression>? orders;
    private PagingInfo? pageInfo;

    /// <summary>A query of no table yet.</summary>
    public QueryExpression()
    {
    }

    /// <summary>A query of a table.</summary>
    public QueryExpression(string entityName) => EntityName = entityName;

    /// <summary>The columns wanted; none but the primary key unless set.</summary>
    [DataMember]
    public ColumnSet ColumnSet
    {
        get => columnSet ??= new ColumnSet();
        set => columnSet = value;
    }

    /// <summary>Conditions on the rows.</summary>
    [DataMember]
    public FilterExpression Criteria
    {
        get => criteria ??= new FilterExpression();
        set => criteria = value;
    }

    /// <summary><c>retained</c> for rows in long-term retention; null for the table's own rows.</summary>
    [DataMember(EmitDefaultValue = false)]
    public string? DataSource { get; set; }

    /// <summary>Whether equal rows are given once.</summary>
    [DataMember]
    public bool Distinct { get; set; }

    /// <summary>The table's logical name.</summary>
    [DataMember]
    public string EntityName { get; set; } = null!;

    /// <summary>An index that the platform is to seek; null without.</summary>
    [DataMember(EmitDefaultValue = false)]
    public string? ForceSeek { get; set; }

    /// <summary>Joined tables.</summary>
    [DataMember]
    public DataCollection<LinkEntity> LinkEntities
    {
        get => linkEntities ??= [];
        private set => linkEntities = value;
    }

    /// <summary>Whether reading takes no locks; ignored by the platform today.</summary>
    [DataMember]
    public bool NoLock { get; set; }

    /// <summary>The order.</summary>
    [DataMember]
    public DataCollection<OrderExpression> Orders
    {
        get => orders ??= [];
        private set => orders = value;
    }

    /// <summary>The page wanted; not together with <see cref="TopCount"/>.</summary>
    [DataMember]
    public PagingInfo PageInfo
    {
        get => pageInfo ??= new PagingInfo();
        set => pageInfo = value;
    }

    /// <summary>Hints to the platform, separated by commas; null without.</summary>
    [DataMember(EmitDefaultValue = false)]
    public string? QueryHints { get; set; }

    /// <summary>At most so many rows; null for no limit.</summary>
    [DataMember]
    public int? TopCount { get; set; }

    /// <summary>Adds an order.</summary>
    public void AddOrder(string attributeName, OrderType orderType) => Orders.Add(new OrderExpression(attributeName, orderType));

    /// <summary>Joins a table by inner join, and gives the join.</summary>
    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName) =>
        AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    /// <summary>Joins a table, and gives the join.</summary>
    public LinkEntity AddLink(
        string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        var link = new LinkEntity(EntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }
}
