using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Conformance.Values;

/// <summary>The short names of a world's rows, and what else a case can call a row by.</summary>
internal sealed class Names
{
    /// <summary>An id that no row has.</summary>
    public static readonly Guid Missing = new("dead0000-0000-4000-8000-000000000000");

    private readonly Dictionary<string, EntityReference> _rows;
    private readonly SolutionMetadata _metadata;

    public Names(SolutionMetadata metadata)
    {
        _metadata = metadata;
        _rows = new Dictionary<string, EntityReference>(StringComparer.Ordinal);
    }

    private Names(SolutionMetadata metadata, Dictionary<string, EntityReference> rows)
    {
        _metadata = metadata;
        _rows = new Dictionary<string, EntityReference>(rows, StringComparer.Ordinal);
    }

    public Names Copy() => new(_metadata, _rows);

    public void Set(string name, EntityReference row) => _rows[name] = row;

    public EntityReference? Find(string name) => _rows.GetValueOrDefault(name);

    /// <summary>The short name of a row, or null.</summary>
    public string? NameOf(Guid id) => _rows.Where(r => r.Value.Id == id).Select(r => r.Key).FirstOrDefault();

    /// <summary>A row as <see cref="Read"/> has it; null where the text names none.</summary>
    public EntityReference? TryRead(Block block, string text) =>
        _rows.ContainsKey(text.Unquote()) || text.Contains(':', StringComparison.Ordinal) || text.EndsWith(')') ? Read(block, text) : null;

    /// <summary>
    /// A row by its short name, as <c>table:id</c> (<c>table:missing</c> for one that does not exist), or by a key as
    /// <c>table(column=value)</c>.
    /// </summary>
    /// <exception cref="CaseException">There is no such name.</exception>
    public EntityReference Read(Block block, string text)
    {
        text = text.Unquote();
        if (_rows.TryGetValue(text, out var row))
        {
            return new EntityReference(row.LogicalName, row.Id);
        }

        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon > 0 && !text.Contains('(', StringComparison.Ordinal))
        {
            var id = text[(colon + 1)..].Trim();
            return new EntityReference(
                text[..colon],
                id == "missing" ? Missing : Guid.TryParse(id, out var known) ? known : throw block.Error($"'{id}' is no id."));
        }

        var (table, key) = text.AtParentheses();
        if (key is null)
        {
            throw block.Error($"no row is called '{text}'.");
        }

        var reference = new EntityReference { LogicalName = table };
        foreach (var part in key.At(','))
        {
            var (column, value) = part.AtEquals() ?? throw block.Error($"'{part}' is no COLUMN=VALUE.");
            reference.KeyAttributes[column] = ValueReader.Read(block, _metadata, this, table, column, value)!;
        }

        return reference;
    }
}
