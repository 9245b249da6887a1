using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Security;

/// <summary>The columns with column security: closed to everybody but System Administrators and the holders of a profile that opens them.</summary>
internal sealed class SecuredColumns
{
    private readonly Dictionary<TableMetadata, IReadOnlyList<ColumnMetadata>> _secured = [];

    public bool AnyOf(TableMetadata table) => Of(table).Count > 0;

    public ColumnAccess For(Principal user, TableMetadata table) =>
        new SecuredColumnAccess(Of(table).ToDictionary(c => c.Name, c => user.Columns.GetValueOrDefault((table.Name, c.Name)), StringComparer.Ordinal));

    private IReadOnlyList<ColumnMetadata> Of(TableMetadata table)
    {
        if (!_secured.TryGetValue(table, out var columns))
        {
            columns = [.. table.Columns.Where(c => c.IsSecured)];
            _secured.Add(table, columns);
        }

        return columns;
    }
}
