using System;
using System.Collections.Generic;

namespace CrmAddon.Local.Metadata;

/// <summary>Everything that the solutions declare, merged: tables with columns, keys and relations, and custom APIs.</summary>
internal sealed class SolutionMetadata(IReadOnlyDictionary<string, TableMetadata> tables, IReadOnlyDictionary<string, CustomApiMetadata> customApis)
{
    public IReadOnlyDictionary<string, TableMetadata> Tables { get; } = tables;

    /// <summary>Custom APIs by unique name; the platform compares message names without case.</summary>
    public IReadOnlyDictionary<string, CustomApiMetadata> CustomApis { get; } = customApis;

    public TableMetadata? Find(string table) => Tables.GetValueOrDefault(table);

    /// <summary>Reads unpacked solutions in order: a later one extends the tables of the earlier ones.</summary>
    /// <exception cref="SolutionException">A file is missing, not readable, or says something that can't be carried out.</exception>
    public static SolutionMetadata Read(IEnumerable<string> solutionFolders)
    {
        ArgumentNullException.ThrowIfNull(solutionFolders);
        return new Reading.SolutionReader().Read(solutionFolders);
    }
}
