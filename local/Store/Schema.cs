using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Query.Text;
using Microsoft.Data.Sqlite;

namespace CrmAddon.Local.Store;

/// <summary>
/// Brings the file's tables to what the solution declares: new tables, columns, keys and indexes are added, in the running transaction or one of its own;
/// nothing is ever dropped but an index or key that the solution no longer declares.
/// </summary>
internal sealed class Schema(Database database, SolutionMetadata metadata)
{
    private const string KeyPrefix = "key__";
    private const string IndexPrefix = "ix__";
    private readonly List<(TableMetadata Table, ColumnMetadata Lookup)> _widened = [];

    /// <exception cref="SolutionException">A column changed to a type that is stored differently, or rows break a new key.</exception>
    public void Apply()
    {
        if (database.InTransaction)
        {
            Grow();
            return;
        }

        database.Begin();
        try
        {
            Grow();
            database.Commit();
        }
        catch
        {
            database.Rollback();
            throw;
        }
    }

    private void Grow()
    {
        database.Run("CREATE TABLE IF NOT EXISTS _counter (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID");
        foreach (var table in metadata.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            ApplyTable(table);
            ApplyIndexes(table);
        }

        foreach (var (table, lookup) in _widened)
        {
            NameTargets(table, lookup);
        }
    }

    private static string SqlType(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo or ColumnType.DateTime or ColumnType.Choices => "TEXT",
        ColumnType.Floating => "REAL",
        ColumnType.Id or ColumnType.Guid or ColumnType.Lookup or ColumnType.Decimal or ColumnType.Image or ColumnType.File => "BLOB",
        _ => "INTEGER",
    };

    private static string Declaration(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Id => $"\"{column.Name}\" BLOB NOT NULL PRIMARY KEY",
        ColumnType.Text or ColumnType.Memo => $"\"{column.Name}\" TEXT COLLATE {TextCollation.Name}",
        _ => $"\"{column.Name}\" {SqlType(column)}",
    };

    private void ApplyTable(TableMetadata table)
    {
        var stored = database.Prepare("SELECT name, type FROM pragma_table_info(@0)")
            .List([table.Name], r => (Name: r.GetString(0), Type: r.GetString(1)))
            .ToDictionary(c => c.Name, c => c.Type, StringComparer.Ordinal);
        if (stored.Count == 0)
        {
            database.Run($"CREATE TABLE \"{table.Name}\" ({string.Join(", ", table.Columns.SelectMany(Declarations))})");
            return;
        }

        foreach (var column in table.Columns)
        {
            if (stored.TryGetValue(column.Name, out var type) && type != SqlType(column))
            {
                throw new SolutionException(
                    $"{column.Place}: column {table.Name}.{column.Name} is {column.Type} now, but the database keeps it as {type}. Use a new database file.");
            }

            foreach (var declaration in Declarations(column).Where(d => !stored.ContainsKey(d.Split('"')[1])))
            {
                database.Run($"ALTER TABLE \"{table.Name}\" ADD COLUMN {declaration}");
            }

            if (column.IsPolymorphic && stored.ContainsKey(column.Name) && !stored.ContainsKey(Cells.TableColumn(column)))
            {
                _widened.Add((table, column));
            }
        }
    }

    /// <summary>Says of the rows of a lookup that had one target until now where each points to.</summary>
    private void NameTargets(TableMetadata table, ColumnMetadata lookup)
    {
        var targets = lookup.Targets.Count > 0 ? lookup.Targets.Select(metadata.Find).OfType<TableMetadata>() : metadata.Tables.Values;
        var (id, name) = ($"\"{lookup.Name}\"", $"\"{Cells.TableColumn(lookup)}\"");
        foreach (var target in targets)
        {
            database.Run(
                $"UPDATE \"{table.Name}\" SET {name} = @0 WHERE {name} IS NULL AND {id} IN (SELECT \"{target.PrimaryId.Name}\" FROM \"{target.Name}\")", target.Name);
        }

        // What points nowhere says of no table that it would be there: the first declared is as good as any.
        if (lookup.Targets.Count > 0)
        {
            database.Run($"UPDATE \"{table.Name}\" SET {name} = @0 WHERE {name} IS NULL AND {id} IS NOT NULL", lookup.Targets[0]);
        }
    }

    private static IEnumerable<string> Declarations(ColumnMetadata column)
    {
        yield return Declaration(column);
        if (column.IsPolymorphic)
        {
            yield return $"\"{Cells.TableColumn(column)}\" TEXT";
        }
    }

    private void ApplyIndexes(TableMetadata table)
    {
        var stored = database.Prepare("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = @0 AND sql IS NOT NULL")
            .List([table.Name], r => r.GetString(0))
            .ToHashSet(StringComparer.Ordinal);
        var wanted = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var key in table.Keys)
        {
            wanted[$"{KeyPrefix}{table.Name}__{string.Join("__", key.Columns)}"] =
                $"UNIQUE INDEX {{0}} ON \"{table.Name}\" ({string.Join(", ", key.Columns.Select(c => $"\"{c}\""))})";
        }

        foreach (var column in Indexes.Of(table))
        {
            wanted[$"{IndexPrefix}{table.Name}__{column}"] = $"INDEX {{0}} ON \"{table.Name}\" (\"{column}\")";
        }

        foreach (var index in stored.Where(i => !wanted.ContainsKey(i)))
        {
            database.Run($"DROP INDEX \"{index}\"");
        }

        foreach (var (index, declaration) in wanted.Where(w => !stored.Contains(w.Key)))
        {
            Create(table, index, declaration);
        }
    }

    private void Create(TableMetadata table, string index, string declaration)
    {
        try
        {
            database.Run("CREATE " + declaration.Replace("{0}", $"\"{index}\"", StringComparison.Ordinal));
        }
        catch (SqliteException e) when (SqliteErrors.IsUniqueViolation(e))
        {
            throw new SolutionException(
                $"{table.Place}: table {table.Name} has rows with equal values for the new key ({index}). Remove the doubles, or use a new database file.", e);
        }
    }
}
