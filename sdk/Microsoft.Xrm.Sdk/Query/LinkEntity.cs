using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>A table joined to a query's table or to another link.</summary>
[DataContract(Name = "LinkEntity", Namespace = ContractNamespaces.V2011)]
public sealed class LinkEntity : IExtensibleDataObject
{
    private ColumnSet? columns;
    private FilterExpression? linkCriteria;
    private DataCollection<LinkEntity>? linkEntities;
    private DataCollection<OrderExpression>? orders;

    /// <summary>No join yet.</summary>
    public LinkEntity()
    {
    }

    /// <summary>A join of two tables by a column each.</summary>
    public LinkEntity(
        string linkFromEntityName,
        string linkToEntityName,
        string linkFromAttributeName,
        string linkToAttributeName,
        JoinOperator joinOperator)
    {
        LinkFromEntityName = linkFromEntityName;
        LinkToEntityName = linkToEntityName;
        LinkFromAttributeName = linkFromAttributeName;
        LinkToAttributeName = linkToAttributeName;
        JoinOperator = joinOperator;
    }

    /// <summary>The columns that the joined table contributes, as <see cref="AliasedValue"/>.</summary>
    [DataMember]
    public ColumnSet Columns
    {
        get => columns ??= new ColumnSet();
        set => columns = value;
    }

    /// <summary>Name of the joined table within the query.</summary>
    [DataMember]
    public string? EntityAlias { get; set; }

    /// <summary>An index that the platform is to seek; null without.</summary>
    [DataMember(EmitDefaultValue = false)]
    public string? ForceSeek { get; set; }

    /// <summary>The kind of join.</summary>
    [DataMember]
    public JoinOperator JoinOperator { get; set; }

    /// <summary>Conditions on the joined table.</summary>
    [DataMember]
    public FilterExpression LinkCriteria
    {
        get => linkCriteria ??= new FilterExpression();
        set => linkCriteria = value;
    }

    /// <summary>Tables joined to the joined table.</summary>
    [DataMember]
    public DataCollection<LinkEntity> LinkEntities
    {
        get => linkEntities ??= [];
        private set => linkEntities = value;
    }

    /// <summary>Column of the table that is joined to.</summary>
    [DataMember]
    public string LinkFromAttributeName { get; set; } = null!;

    /// <summary>The table that is joined to.</summary>
    [DataMember]
    public string? LinkFromEntityName { get; set; }

    /// <summary>Column of the joined table.</summary>
    [DataMember]
    public string LinkToAttributeName { get; set; } = null!;

    /// <summary>The joined table.</summary>
    [DataMember]
    public string LinkToEntityName { get; set; } = null!;

    /// <summary>Columns of the joined table that decide the order.</summary>
    [DataMember]
    public DataCollection<OrderExpression> Orders
    {
        get => orders ??= [];
        private set => orders = value;
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Joins a further table by inner join, and gives the join.</summary>
    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName) =>
        AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    /// <summary>Joins a further table, and gives the join.</summary>
    public LinkEntity AddLink(
        string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        var link = new LinkEntity(LinkToEntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }
}
