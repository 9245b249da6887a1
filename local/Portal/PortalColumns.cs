using CrmAddon.Local.Metadata;
using CrmAddon.Local.Security;

namespace CrmAddon.Local.Portal;

/// <summary>The columns of a table that the site opens (<c>Webapi/&lt;table&gt;/fields</c>): asking for another one is refused.</summary>
internal sealed class PortalColumns(PortalUser user, TableMetadata table) : ColumnAccess
{
    public override bool ReadsAll => false;

    public override bool CanRead(ColumnMetadata column)
    {
        // Amounts bring their currency along, pages are found by id and version: nobody asked for those.
        if (column.Name is not ("transactioncurrencyid" or "versionnumber"))
        {
            user.DemandColumn(table, column.Name);
        }

        return true;
    }
}
