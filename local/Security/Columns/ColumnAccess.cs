using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Security;

/// <summary>What a caller may do with the columns of a table. Here: everything.</summary>
internal class ColumnAccess
{
    public static ColumnAccess Free { get; } = new();

    /// <summary>Whether no column is closed to reading: the usual case, in which nobody has to look at single columns.</summary>
    public virtual bool ReadsAll => true;

    public virtual bool CanRead(ColumnMetadata column) => true;

    public virtual bool CanCreate(ColumnMetadata column) => true;

    public virtual bool CanUpdate(ColumnMetadata column) => true;
}

/// <summary>Rights on secured columns by name; columns that are not secured are open to everybody.</summary>
internal sealed class SecuredColumnAccess(IReadOnlyDictionary<string, ColumnRights> secured) : ColumnAccess
{
    public override bool ReadsAll { get; } = secured.Values.All(r => r.HasFlag(ColumnRights.Read));

    public override bool CanRead(ColumnMetadata column) => Has(column, ColumnRights.Read);

    public override bool CanCreate(ColumnMetadata column) => Has(column, ColumnRights.Create);

    public override bool CanUpdate(ColumnMetadata column) => Has(column, ColumnRights.Update);

    private bool Has(ColumnMetadata column, ColumnRights right) =>
        !secured.TryGetValue(column.Name, out var rights) || rights.HasFlag(right);
}
