using CrmAddon.Local.Metadata;

namespace CrmAddon.Local.Query;

/// <summary>Which columns can be compared or joined with each other: those that are stored alike.</summary>
internal static class ColumnFamilies
{
    private enum Family
    {
        None,
        Id,
        Text,
        Number,
        Decimal,
        Money,
        Floating,
        Date,
    }

    public static bool Match(ColumnMetadata one, ColumnMetadata other) => Of(one) is var family and not Family.None && family == Of(other);

    private static Family Of(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Id or ColumnType.Guid or ColumnType.Lookup => Family.Id,
        ColumnType.Text or ColumnType.Memo => Family.Text,
        ColumnType.WholeNumber or ColumnType.BigNumber or ColumnType.YesNo or ColumnType.Choice or ColumnType.State or ColumnType.Status => Family.Number,
        ColumnType.Decimal => Family.Decimal,
        ColumnType.Money => Family.Money,
        ColumnType.Floating => Family.Floating,
        ColumnType.DateTime => Family.Date,
        _ => Family.None,
    };
}
