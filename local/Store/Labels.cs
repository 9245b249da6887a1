using CrmAddon.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Local.Store;

/// <summary>Formatted values: the labels of choices, states and status reasons.</summary>
internal static class Labels
{
    public static void Add(FormattedValueCollection labels, ColumnMetadata column, string attribute, object value)
    {
        if (column.Choice is not null && value is OptionSetValue choice && column.Choice.LabelOf(choice.Value) is { } label)
        {
            labels[attribute] = label;
        }
    }
}
