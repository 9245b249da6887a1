using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Registration;

/// <summary>A row as it will be: what is written now, on top of what is stored.</summary>
internal sealed class RowValues(Entity target, Entity? stored)
{
    public Entity Target { get; } = target;

    public static RowValues Of(Organization organization, TableMetadata table, Entity target, bool isNew, params IEnumerable<string> columns) =>
        new(target, isNew ? null : organization.Rows.Read(table, target.Id, [.. columns.Select(c => table[c])]));

    /// <summary>Whether this column is written now.</summary>
    public bool Writes(string column) => Target.Contains(column);

    public T? Get<T>(string column) =>
        Target.Attributes.TryGetValue(column, out var written) ? written is T value ? value : default : stored is null ? default : stored.GetAttributeValue<T>(column);

    public int? Choice(string column) => Get<OptionSetValue>(column)?.Value;
}
