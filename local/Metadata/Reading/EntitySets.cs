using System;

namespace CrmAddon.Local.Metadata.Reading;

/// <summary>The name of a table's rows in addresses of the Web API, where the solution does not say it.</summary>
internal static class EntitySets
{
    public static string NameOf(string table) => table switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => table + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => string.Concat(table.AsSpan(0, table.Length - 1), "ies"),
        _ => table + "s",
    };
}
