using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Solutions.Removing;

/// <summary>Drops the tables and columns that are no longer declared. Opening a file never does; only an upgrade or the removal of a solution.</summary>
internal sealed class SchemaRemoval(Database database)
{
    public void Remove(SolutionMetadata before, SolutionMetadata now)
    {
        foreach (var table in before.Tables.Values)
        {
            if (now.Find(table.Name) is not { } kept)
            {
                database.Run($"DROP TABLE IF EXISTS \"{table.Name}\"");
                Unlink(table, now);
                continue;
            }

            // Their indexes went when the remaining tables were put in place.
            foreach (var column in table.Columns.Where(c => !kept.Has(c.Name)))
            {
                database.Run($"ALTER TABLE \"{table.Name}\" DROP COLUMN \"{column.Name}\"");
                if (column.IsPolymorphic)
                {
                    database.Run($"ALTER TABLE \"{table.Name}\" DROP COLUMN \"{Cells.TableColumn(column)}\"");
                }
            }
        }
    }

    /// <summary>Empties the lookups to any table that pointed to rows of this one.</summary>
    private void Unlink(TableMetadata gone, SolutionMetadata now)
    {
        foreach (var table in now.Tables.Values)
        {
            foreach (var lookup in table.Columns.Where(c => c.IsPolymorphic))
            {
                var name = Cells.TableColumn(lookup);
                database.Run($"UPDATE \"{table.Name}\" SET \"{lookup.Name}\" = NULL, \"{name}\" = NULL WHERE \"{name}\" = @0", gone.Name);
            }
        }
    }
}
