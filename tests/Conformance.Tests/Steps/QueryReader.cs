using System;
using System.Linq;
using CrmAddon.Conformance.Reading;
using CrmAddon.Conformance.Running;
using CrmAddon.Conformance.Values;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Conformance.Steps;

/// <summary>
/// <c>retrieve ROW: COLUMN, COLUMN</c> and <c>query by attribute TABLE(COLUMN=VALUE): COLUMN, COLUMN order by COLUMN</c>. No columns:
/// only the id; <c>all</c>: all of them.
/// </summary>
internal static class QueryReader
{
    public static OrganizationRequest Read(Block block, World world) => block.FirstWord == "retrieve" ? Retrieve(block, world) : ByAttribute(block, world);

    public static ColumnSet Columns(string? text) => text switch
    {
        null or "" => new ColumnSet(false),
        "all" => new ColumnSet(true),
        _ => new ColumnSet([.. text.At(',')]),
    };

    private static OrganizationRequest Retrieve(Block block, World world)
    {
        var (heading, columns) = block.Text.AtColon();
        return new OrganizationRequest("Retrieve")
        {
            ["Target"] = world.Names.Read(block, heading["retrieve".Length..].Trim()),
            ["ColumnSet"] = Columns(columns),
        };
    }

    private static OrganizationRequest ByAttribute(Block block, World world)
    {
        var (heading, rest) = block.Text.AtColon();
        var (table, conditions) = heading["query by attribute".Length..].Trim().AtParentheses();
        var query = new QueryByAttribute(table);
        foreach (var part in (conditions ?? string.Empty).At(',').Where(p => p.Length > 0))
        {
            var (column, value) = part.AtEquals() ?? throw block.Error($"'{part}' is no COLUMN=VALUE.");
            query.Attributes.Add(column);
            query.Values.Add(ValueReader.Read(block, world.Metadata, world.Names, table, column, value)!);
        }

        var parts = (rest ?? string.Empty).Split("order by", StringSplitOptions.TrimEntries);
        query.ColumnSet = Columns(parts[0]);
        foreach (var order in parts.Length > 1 ? parts[1].At(',') : [])
        {
            var words = order.Split(' ');
            query.AddOrder(words[0], words.Length > 1 ? OrderType.Descending : OrderType.Ascending);
        }

        return new OrganizationRequest("RetrieveMultiple") { ["Query"] = query };
    }
}
