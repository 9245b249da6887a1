using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Values;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Expecting;

/// <summary>A table of expected rows: a heading of columns and a line for each row.</summary>
internal sealed class RowTable
{
    private readonly Block _block;
    private readonly SolutionMetadata _metadata;
    private readonly Names _names;
    private readonly List<string> _columns;
    private readonly List<(Block Line, List<string> Cells)> _rows;

    public RowTable(Block block, SolutionMetadata metadata, Names names)
    {
        _block = block;
        _metadata = metadata;
        _names = names;
        _columns = block.Children.Count == 0 ? [] : block.Children[0].Text.At('|');
        _rows = [.. block.Children.Skip(1).Select(l => (l, Cells(l)))];
    }

    public IEnumerable<string> Columns => _columns.Where(c => !c.Contains('(', StringComparison.Ordinal) && c != "row");

    /// <summary>Null where the rows are as expected; else expected and actual side by side.</summary>
    private string? Compare(IReadOnlyList<Entity> actual, bool inOrder)
    {
        var same = actual.Count == _rows.Count && (inOrder
            ? _rows.Zip(actual).All(p => Matches(p.First, p.Second))
            : MatchesInAnyOrder([.. actual]));
        return same ? null : Show(actual);
    }

    /// <exception cref="CaseException">The rows are not as expected.</exception>
    public void Check(IReadOnlyList<Entity> actual, bool inOrder, string way)
    {
        if (Compare(actual, inOrder) is { } difference)
        {
            throw _block.Error($"the rows differ{way}{(inOrder ? string.Empty : " (in any order)")}:\n{difference}");
        }
    }

    private bool MatchesInAnyOrder(List<Entity> actual)
    {
        foreach (var row in _rows)
        {
            var found = actual.FindIndex(a => Matches(row, a));
            if (found < 0)
            {
                return false;
            }

            actual.RemoveAt(found);
        }

        return true;
    }

    private bool Matches((Block Line, List<string> Cells) row, Entity actual) =>
        _columns.Zip(row.Cells).All(c => ValueMatch.Is(row.Line, Value(actual, c.First), c.Second, Column(actual, c.First), _names));

    /// <summary>What a heading asks of a row: <c>name</c>, <c>name (formatted)</c>, <c>name (type)</c>, <c>lookup (name)</c>, <c>row</c>, <c>(columns)</c>.</summary>
    private static object? Value(Entity row, string heading)
    {
        var (name, aspect) = heading.AtParentheses();
        if (heading == "row")
        {
            return row.Id;
        }

        var value = row.Attributes.TryGetValue(name, out var found) ? found : null;
        return aspect switch
        {
            null => value,
            "formatted" => row.FormattedValues.TryGetValue(name, out var text) ? text : null,
            "type" => value is null ? null : ValueText.TypeOf(value),
            "name" => (ValueText.Bare(value) as EntityReference)?.Name,
            "columns" => string.Join(' ', row.Attributes.Keys.Order(StringComparer.Ordinal)),
            "version" => row.RowVersion,
            _ => value,
        };
    }

    private ColumnMetadata? Column(Entity row, string heading) =>
        row.Attributes.TryGetValue(heading, out var value) && value is AliasedValue aliased
            ? _metadata.Find(aliased.EntityLogicalName!)?.Find(aliased.AttributeLogicalName!)
            : _metadata.Find(row.LogicalName)?.Find(heading);

    private List<string> Cells(Block line)
    {
        var cells = line.Text.At('|');
        return cells.Count == _columns.Count ? cells : throw line.Error($"there are {cells.Count} cells, but the heading has {_columns.Count}.");
    }

    private string Show(IReadOnlyList<Entity> actual)
    {
        List<List<string>> wanted = [_columns, .. _rows.Select(r => r.Cells)];
        List<List<string>> got = [_columns, .. actual.Select(a => _columns.Select(c => ValueText.Of(Value(a, c), _names)).ToList())];
        var left = Lines(wanted);
        var right = Lines(got);
        var width = Math.Max(8, left.Max(l => l.Length));
        var text = new StringBuilder().Append("expected".PadRight(width)).Append("    actual\n");
        for (var i = 0; i < Math.Max(left.Count, right.Count); i++)
        {
            text.Append(left.ElementAtOrDefault(i)?.PadRight(width) ?? new string(' ', width)).Append("    ").Append(right.ElementAtOrDefault(i)).Append('\n');
        }

        return text.ToString();
    }

    private static List<string> Lines(List<List<string>> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Count).Select(i => rows.Max(r => r[i].Length)).ToList();
        return [.. rows.Select(r => string.Join(" | ", r.Select((c, i) => c.PadRight(widths[i]))).TrimEnd())];
    }
}
