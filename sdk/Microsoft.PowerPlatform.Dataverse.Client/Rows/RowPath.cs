using System;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;
using Microsoft.PowerPlatform.Dataverse.Client.Wire;
using Microsoft.Xrm.Sdk;

namespace Microsoft.PowerPlatform.Dataverse.Client.Rows;

/// <summary>The address of a row: <c>accounts(GUID)</c>, or by alternate key <c>accounts(code='A 1',_parent_value=GUID)</c>.</summary>
internal static class RowPath
{
    public static ValueTask<string> OfAsync(Entity row, TableCatalog tables, CancellationToken stop) =>
        OfAsync(row.LogicalName, row.Id, row.KeyAttributes, tables, stop);

    public static ValueTask<string> OfAsync(EntityReference? row, TableCatalog tables, CancellationToken stop) => row is null
        ? throw WireFaults.Refuse(WireFaults.InvalidArgument, "The request names no row.")
        : OfAsync(row.LogicalName, row.Id, row.KeyAttributes, tables, stop);

    private static async ValueTask<string> OfAsync(string table, Guid id, KeyAttributeCollection key, TableCatalog tables, CancellationToken stop)
    {
        if (id != Guid.Empty || key.Count == 0)
            return $"{(await tables.NameAsync(table, stop).ConfigureAwait(false)).EntitySetName}({id})";
        var definition = await tables.TableAsync(table, key.Keys, stop).ConfigureAwait(false);
        return $"{definition.Name.EntitySetName}({string.Join(",", key.Select(part => Part(definition.Column(part.Key), part.Value)))})";
    }

    private static string Part(ColumnDefinition column, object? value) => value switch
    {
        null => throw WireFaults.Refuse(WireFaults.InvalidArgument, $"The alternate key has no value for '{column.Name}'."),
        EntityReference row => $"{column.Property}={row.Id}",
        _ => $"{column.Name}={Literal(column, value)}",
    };

    private static string Literal(ColumnDefinition column, object value) => value switch
    {
        string text => $"'{Uri.EscapeDataString(text.Replace("'", "''", StringComparison.Ordinal))}'",
        OptionSetValue option => option.Value.ToString(CultureInfo.InvariantCulture),
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        DateTime date => Uri.EscapeDataString(WireDates.Text(date, column.Kind)),
        IFormattable other => Uri.EscapeDataString(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => throw WireFaults.Refuse(WireFaults.InvalidArgument, $"A {value.GetType().Name} can't be part of an alternate key ('{column.Name}')."),
    };
}
