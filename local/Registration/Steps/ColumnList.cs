using System;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Registration.Steps;

/// <summary>Columns as steps and images name them: a comma-separated list.</summary>
internal static class ColumnList
{
    public static string[] Of(string? list) =>
        [.. (list ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(n => n.ToLowerInvariant())];

    /// <summary>Refuses columns that the table does not have.</summary>
    public static void Check(TableMetadata table, string? list)
    {
        if (Array.Find(Of(list), c => table.FindAny(c) is null) is { } unknown)
        {
            throw Faults.NoColumn(table.Name, unknown);
        }
    }
}
