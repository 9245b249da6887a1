using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

/// <summary>The columns that a query brings.</summary>
[DataContract(Name = "ColumnSet", Namespace = ContractNamespaces.V2011)]
public sealed class ColumnSet : IExtensibleDataObject
{
    private DataCollection<XrmAttributeExpression>? attributeExpressions;
    private DataCollection<string>? columns;

    /// <summary>No column but the primary key.</summary>
    public ColumnSet()
    {
    }

    /// <summary>All columns, or none but the primary key.</summary>
    public ColumnSet(bool allColumns) => AllColumns = allColumns;

    /// <summary>These columns, by logical name.</summary>
    public ColumnSet(params string[] columns) => this.columns = new DataCollection<string>(columns);

    /// <summary>Whether all columns are asked for.</summary>
    [DataMember]
    public bool AllColumns { get; set; }

    /// <summary>Columns that are aggregated or grouped by; not together with <see cref="AllColumns"/>.</summary>
    [DataMember]
    public DataCollection<XrmAttributeExpression> AttributeExpressions
    {
        get => attributeExpressions ??= [];
        private set => attributeExpressions = value;
    }

    /// <summary>Logical names of the columns.</summary>
    [DataMember]
    public DataCollection<string> Columns
    {
        get => columns ??= [];
        private set => columns = value;
    }

    /// <inheritdoc />
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>Adds a column.</summary>
    public void AddColumn(string column) => Columns.Add(column);

    /// <summary>Adds columns.</summary>
    public void AddColumns(params string[] columns) => Columns.AddRange(columns);
}
