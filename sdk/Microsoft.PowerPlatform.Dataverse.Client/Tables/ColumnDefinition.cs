using System.Collections.Generic;
using System.Linq;

namespace Microsoft.PowerPlatform.Dataverse.Client.Tables;

/// <summary>A column as the wire needs it.</summary>
/// <param name="Name">Its logical name.</param>
/// <param name="SchemaName">Its schema name.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="Lookups">Where a lookup points to, and by which navigation property; one for each table.</param>
internal sealed record ColumnDefinition(string Name, string SchemaName, ColumnKind Kind, IReadOnlyList<LookupDefinition> Lookups)
{
    /// <summary>The column's name as a JSON property that is read.</summary>
    public string Property => Kind == ColumnKind.Lookup ? $"_{Name}_value" : Name;

    /// <summary>The navigation property that binds the lookup to a row of a table.</summary>
    /// <remarks>
    /// An owner is bound by the one property <c>ownerid</c>, whose table is the platform's <c>owner</c>. A lookup without a relation that
    /// is known here is bound by its schema name, which is what the platform calls it.
    /// </remarks>
    public string NavigationTo(string table) =>
        (Lookups.FirstOrDefault(lookup => lookup.Table == table)
            ?? Lookups.FirstOrDefault(lookup => lookup.Table == "owner")
            ?? (Lookups.Count == 1 ? Lookups[0] : null))?.Navigation
        ?? (Name == "ownerid" ? Name : SchemaName);

    /// <summary>A navigation property of the lookup, whichever, to empty it.</summary>
    public string AnyNavigation => Name == "ownerid" ? Name : Lookups.Count > 0 ? Lookups[0].Navigation : SchemaName;
}

/// <summary>One of the tables that a lookup points to.</summary>
internal sealed record LookupDefinition(string Table, string Navigation);
