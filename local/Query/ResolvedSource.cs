using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Security;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Query;

/// <summary>A table of the query with its metadata and its name in the SQL text.</summary>
internal sealed record ResolvedSource(QuerySource Source, TableMetadata Table, string SqlName)
{
    /// <summary>Which secured columns the caller may read: the others have no value for him.</summary>
    public ColumnAccess Access { get; init; } = ColumnAccess.Free;

    /// <summary>The organization's tables, for columns that show other tables' names.</summary>
    public required SolutionMetadata Metadata { get; init; }

    public ResolvedColumn Id => Column(Table.PrimaryId.Name);

    public ResolvedColumn Column(string? name)
    {
        if (name is null || Table.Find(name) is not { } column)
        {
            return (name is null ? null : ShadowColumns.Find(this, name)) ?? throw Faults.NoColumn(Table.Name, name);
        }

        return Access.ReadsAll || Access.CanRead(column)
            ? new ResolvedColumn(this, column, $"{SqlName}.\"{column.Name}\"")
            {
                TableSql = column.IsPolymorphic ? $"{SqlName}.\"{Cells.TableColumn(column)}\"" : null,
            }
            : new ResolvedColumn(this, column, "NULL") { TableSql = column.IsPolymorphic ? "NULL" : null };
    }
}

/// <summary>A column of a table of the query.</summary>
internal sealed record ResolvedColumn(ResolvedSource Source, ColumnMetadata Column, string Sql)
{
    /// <summary>For a lookup to several tables, the column that says which.</summary>
    public string? TableSql { get; init; }

    /// <summary>Table and column as messages name them.</summary>
    public string FullName => $"{Source.Table.Name}.{Column.Name}";
}
