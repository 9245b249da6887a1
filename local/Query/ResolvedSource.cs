using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Query;

/// <summary>A table of the query with its metadata and its name in the SQL text.</summary>
internal sealed record ResolvedSource(QuerySource Source, TableMetadata Table, string SqlName)
{
    public ResolvedColumn Column(string? name) =>
        name is not null && Table.Find(name) is { } column
            ? new ResolvedColumn(this, column, $"{SqlName}.\"{column.Name}\"")
            : throw Faults.NoColumn(Table.Name, name);
}

/// <summary>A column of a table of the query.</summary>
internal sealed record ResolvedColumn(ResolvedSource Source, ColumnMetadata Column, string Sql)
{
    public string TableSql => $"{Source.SqlName}.\"{Cells.TableColumn(Column)}\"";
}
