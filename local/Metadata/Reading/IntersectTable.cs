using System.Linq;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>The table of pairs that stands behind a many-to-many relation.</summary>
internal static class IntersectTable
{
    /// <summary>The columns are named after the tables' ids; a relation of a table with itself numbers them.</summary>
    public static (string First, string Second) Columns(TableMetadata first, TableMetadata second) => first == second
        ? (first.PrimaryId.Name + "one", first.PrimaryId.Name + "two")
        : (first.PrimaryId.Name, second.PrimaryId.Name);

    public static TableMetadata Make(string schemaName, ManyToManyMetadata relation, SourcePlace place)
    {
        var table = new TableMetadata
        {
            Name = relation.IntersectTable,
            SchemaName = schemaName,
            DisplayName = schemaName,
            EntitySetName = relation.IntersectTable + "set",
            Ownership = TableOwnership.None,
            Place = place,
        };
        table.Add(new ColumnMetadata { Name = table.Name + "id", Type = ColumnType.Id, DeclaredType = "primarykey", Place = place, Required = RequiredLevel.System });
        return table;
    }

    /// <summary>Gives the table what it lacks of the relation's columns, and the key that keeps each pair once.</summary>
    public static void Mark(TableMetadata table, ManyToManyMetadata relation)
    {
        table.IsIntersect = true;
        foreach (var column in new[] { relation.FirstColumn, relation.SecondColumn }.Where(c => !table.Has(c)))
        {
            table.Add(new ColumnMetadata { Name = column, Type = ColumnType.Guid, DeclaredType = "uniqueidentifier", Place = table.Place });
        }

        if (!table.Has("versionnumber"))
        {
            table.Add(new ColumnMetadata { Name = "versionnumber", SchemaName = "VersionNumber", Type = ColumnType.BigNumber, DeclaredType = "timestamp", Place = table.Place, IsPlatformOwned = true });
        }

        table.Add(new KeyMetadata(table.Name + "_pair", relation.Name, [relation.FirstColumn, relation.SecondColumn]));
    }
}
