using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;
using Microsoft.PowerPlatform.Dataverse.Client.Rows;
using Microsoft.PowerPlatform.Dataverse.Client.Tables;

namespace Microsoft.PowerPlatform.Dataverse.Client.Queries;

/// <summary>
/// What the rows of a query's answer look like: which JSON property is which column of which table. Columns of linked tables come as
/// <c>alias.column</c>, those with an alias of their own and aggregates under it.
/// </summary>
internal sealed class FetchShape
{
    private readonly Dictionary<string, ReadColumn> properties = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, TableDefinition Table)> whole = [];
    private int links;

    private FetchShape(TableDefinition root) => Root = root;

    public TableDefinition Root { get; }

    /// <summary>Aggregates: in the SDK they are there even where they have no value, which JSON leaves out.</summary>
    public List<ReadColumn> Aggregates { get; } = [];

    public static async Task<FetchShape> OfAsync(XElement entity, TableCatalog tables, CancellationToken stop)
    {
        var root = await tables.TableAsync((string?)entity.Attribute("name"), ColumnsOf(entity), stop).ConfigureAwait(false);
        var shape = new FetchShape(root);
        foreach (var attribute in entity.Elements("attribute"))
            shape.Add(root, attribute, null);
        await shape.AddLinksAsync(entity, tables, stop).ConfigureAwait(false);
        return shape;
    }

    /// <summary>What a property is; null if nothing is known of it.</summary>
    public ReadColumn? Find(string property)
    {
        if (properties.TryGetValue(property, out var column))
            return column;
        foreach (var (prefix, table) in whole)
        {
            if (property.StartsWith(prefix, StringComparison.Ordinal) && RowReader.Plain(table, property[prefix.Length..]) is { } plain)
                return plain with { Key = prefix + plain.Key, IsAliased = true };
        }

        return RowReader.Plain(Root, property);
    }

    private static IEnumerable<string> ColumnsOf(XElement source) =>
        source.Elements("attribute").Select(attribute => (string?)attribute.Attribute("name")).OfType<string>();

    private async Task AddLinksAsync(XElement source, TableCatalog tables, CancellationToken stop)
    {
        foreach (var link in source.Elements("link-entity"))
        {
            var name = (string?)link.Attribute("name");
            links++;
            var alias = (string?)link.Attribute("alias") ?? name + links.ToString(CultureInfo.InvariantCulture);
            if (link.Element("attribute") is not null || link.Element("all-attributes") is not null)
            {
                var table = await tables.TableAsync(name, ColumnsOf(link), stop).ConfigureAwait(false);
                var takesFirst = (string?)link.Attribute("link-type") == "matchfirstrowusingcrossapply";
                foreach (var attribute in link.Elements("attribute"))
                    Add(table, attribute, alias + ".", takesFirst);
                if (link.Element("all-attributes") is not null && !takesFirst)
                    whole.Add((alias + ".", table));
                else if (link.Element("all-attributes") is not null)
                    table.Columns.Values.ToList().ForEach(column => AddBySchemaName(table, column));
            }

            await AddLinksAsync(link, tables, stop).ConfigureAwait(false);
        }
    }

    private void Add(TableDefinition table, XElement attribute, string? prefix, bool bySchemaName = false)
    {
        if ((string?)attribute.Attribute("name") is not { Length: > 0 } name)
            return; // refused by the platform, in its own words
        var column = table.Column(name);
        if ((string?)attribute.Attribute("alias") is { } alias)
        {
            var aliased = new ReadColumn(alias, Aggregated(column, attribute), table.LogicalName, IsAliased: true);
            properties[alias] = properties[$"_{alias}_value"] = aliased;
            if (attribute.Attribute("aggregate") is not null)
                Aggregates.Add(aliased);
        }
        else if (bySchemaName)
        {
            AddBySchemaName(table, column);
        }
        else
        {
            var plain = new ReadColumn(prefix + column.Name, column, table.LogicalName, IsAliased: prefix is not null);
            properties[prefix + column.Name] = properties[prefix + column.Property] = plain;
        }
    }

    // Documented ("Join tables"): links of which the first row counts bring their columns without an alias, by schema names.
    private void AddBySchemaName(TableDefinition table, ColumnDefinition column) =>
        properties[column.SchemaName] = new ReadColumn(column.SchemaName, column, table.LogicalName, IsAliased: true);

    // Counts and parts of dates are numbers, whatever the column is.
    private static ColumnDefinition Aggregated(ColumnDefinition column, XElement attribute) =>
        (string?)attribute.Attribute("aggregate") is "count" or "countcolumn" || attribute.Attribute("dategrouping") is not null
            ? column with { Kind = ColumnKind.Integer }
            : column;
}
