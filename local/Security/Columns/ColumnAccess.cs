using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Security;

/// <summary>What a caller may do with the secured columns of a table. Columns that are not secured are open to everybody.</summary>
internal sealed class ColumnAccess(IReadOnlyDictionary<string, ColumnRights> secured)
{
    public static ColumnAccess Free { get; } = new(new Dictionary<string, ColumnRights>());

    /// <summary>Whether no column is closed to reading: the usual case, in which nobody has to look at single columns.</summary>
    public bool ReadsAll { get; } = secured.Values.All(r => r.HasFlag(ColumnRights.Read));

    public bool CanRead(ColumnMetadata column) => Has(column, ColumnRights.Read);

    public bool CanCreate(ColumnMetadata column) => Has(column, ColumnRights.Create);

    public bool CanUpdate(ColumnMetadata column) => Has(column, ColumnRights.Update);

    private bool Has(ColumnMetadata column, ColumnRights right) =>
        !secured.TryGetValue(column.Name, out var rights) || rights.HasFlag(right);
}
