using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;

namespace CrmAddon.Local.Metadata;

/// <summary>An alternate key: columns whose values together name one row. A row with a missing value is not covered.</summary>
internal sealed record KeyMetadata(string Name, string DisplayName, IReadOnlyList<string> Columns)
{
    /// <summary>The name with its capitals.</summary>
    [AllowNull]
    public string SchemaName { get => field ?? Name; init; }
}
