using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.WebApi.Schema;

/// <summary>The tables as the Web API shows them.</summary>
internal sealed class ApiSchema
{
    private readonly Dictionary<string, ApiTable> _bySet = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ApiTable> _byName = new(StringComparer.Ordinal);

    public ApiSchema(SolutionMetadata metadata)
    {
        Metadata = metadata;
        foreach (var table in metadata.Tables.Values.OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            var shown = new ApiTable(table);
            _byName.Add(table.Name, shown);
            _bySet.TryAdd(table.EntitySetName, shown);
        }

        foreach (var table in _byName.Values)
        {
            AddProperties(table);
            AddNavigation(table);
        }
    }

    public SolutionMetadata Metadata { get; }

    /// <summary>All tables, by logical name.</summary>
    public IReadOnlyCollection<ApiTable> Tables => _byName.Values;

    public ApiTable? FindSet(string setName) => _bySet.GetValueOrDefault(setName);

    public ApiTable? Find(string table) => _byName.GetValueOrDefault(table);

    public ApiTable Table(string name) => Find(name) ?? throw Faults.NoTable(name);

    private static void AddProperties(ApiTable table)
    {
        foreach (var column in table.Table.Columns)
        {
            table.Add(new ApiProperty(column.Type == ColumnType.Lookup ? $"_{column.Name}_value" : column.Name, column));
        }
    }

    private static void AddNavigation(ApiTable table)
    {
        foreach (var column in table.Table.Columns.Where(c => c.Type == ColumnType.Lookup))
        {
            if (column.Name == "ownerid")
            {
                table.Add(new LookupNavigation(column.Name, column, null));
            }
            else if (column.Targets.Count == 1)
            {
                table.Add(new LookupNavigation(column.Name, column, column.Targets[0]));
            }
            else
            {
                foreach (var target in column.Targets)
                {
                    table.Add(new LookupNavigation($"{column.Name}_{target}", column, target));
                }
            }
        }

        foreach (var relation in table.Table.Children)
        {
            table.Add(new CollectionNavigation(relation.Name, relation.Name, relation.ChildTable, relation.ChildColumn));
        }
    }
}
