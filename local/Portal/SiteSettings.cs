using System;
using System.Collections.Generic;
using CrmAddon.Local.Store;

namespace CrmAddon.Local.Portal;

/// <summary>
/// The site's settings of its Web API: <c>Webapi/&lt;table&gt;/enabled</c> and <c>Webapi/&lt;table&gt;/fields</c>, a list of logical names.
/// The star that once stood for all columns opens none: the platform no longer takes it.
/// </summary>
internal sealed class SiteSettings(Database database)
{
    private readonly Dictionary<string, HashSet<string>> _fields = new(StringComparer.Ordinal);

    public bool IsEnabled(string table) => "true".Equals(Value($"Webapi/{table}/enabled")?.Trim(), StringComparison.OrdinalIgnoreCase);

    public HashSet<string> Fields(string table)
    {
        if (!_fields.TryGetValue(table, out var fields))
        {
            fields = new HashSet<string>(
                (Value($"Webapi/{table}/fields") ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
                StringComparer.OrdinalIgnoreCase);
            _fields.Add(table, fields);
        }

        return fields;
    }

    private string? Value(string name) =>
        (string?)database.Prepare("SELECT adx_value FROM adx_sitesetting WHERE adx_name = @0 AND statecode = 0").Value(name);
}
