using System.Collections.Generic;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Steps;

/// <summary>Rows as cases write them: assignments behind a colon, or a table with a line for each row.</summary>
internal sealed class RowReader(World world)
{
    /// <summary>A row from its assignments.</summary>
    public Entity Row(Block block, string table, string assignments)
    {
        var row = new Entity(table);
        foreach (var part in assignments.At(',').Where(p => p.Length > 0))
        {
            var (column, value) = part.AtEquals() ?? throw block.Error($"'{part}' is no COLUMN=VALUE.");
            row[column] = ValueReader.Read(block, world.Metadata, world.Names, table, column, value);
        }

        return row;
    }

    /// <summary>The rows below a heading <c>table | column | column</c>. A column in parentheses is part of the row's key.</summary>
    public IEnumerable<(Block Line, string? Name, Entity Row)> Table(Block block, string heading)
    {
        var columns = heading.At('|');
        foreach (var line in block.Children.Where(c => c.FirstWord != "with"))
        {
            var cells = line.Text.At('|');
            if (cells.Count > columns.Count)
            {
                throw line.Error($"there are {cells.Count} cells, but the heading has {columns.Count}.");
            }

            var row = new Entity(columns[0]);
            for (var i = 1; i < cells.Count; i++)
            {
                var (name, key) = columns[i].AtParentheses();
                if (cells[i].Length == 0)
                {
                    continue;
                }

                var value = ValueReader.Read(line, world.Metadata, world.Names, columns[0], key ?? name, cells[i]);
                if (key is null)
                {
                    row[name] = value;
                }
                else
                {
                    row.KeyAttributes[key] = value!;
                }
            }

            yield return (line, cells[0].Length == 0 ? null : cells[0], row);
        }
    }
}
