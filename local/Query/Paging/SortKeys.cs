using System.Collections.Generic;
using System.Linq;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Store;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query.Paging;

/// <summary>
/// The order of a plain query: its own keys (the first table's before those of links), then the ids that make it the same every time.
/// Lookups are ordered by the name of the row that they point to, choices by their labels.
/// <see href="https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/order-rows">Order rows</see>
/// </summary>
internal sealed class SortKeys(TableQuery query, QuerySources sources)
{
    private readonly List<SortKey> _keys = [];

    public static IReadOnlyList<SortKey> Of(TableQuery query, QuerySources sources)
    {
        var keys = new SortKeys(query, sources);
        keys.AddOrders(query.Root);
        if (!query.Distinct)
        {
            keys.AddIds();
        }

        return keys._keys;
    }

    private void AddOrders(QuerySource source)
    {
        foreach (var order in source.Orders)
        {
            if (order.ResultAlias is not null && order.Column is null)
            {
                throw Faults.Create(
                    QueryErrors.AliasNotAllowedForOrderBy, "An alias cannot be specified for an order clause for a non-aggregate Query. Use an attribute.");
            }

            if (string.IsNullOrEmpty(order.Column))
            {
                throw Faults.Create(QueryErrors.AttributeRequiredForOrderBy, "An attribute is required for an order clause for a non-aggregate Query.");
            }

            var from = order.Source is null ? sources.Find(source) : sources.Find(order.Source);
            Add(from.Column(order.Column), order.Descending);
        }

        foreach (var link in source.Links.Where(l => l.IsJoined))
        {
            AddOrders(link);
        }
    }

    private void Add(ResolvedColumn column, bool descending)
    {
        var name = column.Source.Source.Alias is { } alias ? $"{alias}.{column.Column.Name}" : column.Column.Name;
        if (_keys.Exists(k => k.Name == name))
        {
            return;
        }

        _keys.Add(column.Column.Type switch
        {
            ColumnType.Lookup when ShadowColumns.NameOf(column) is { } text =>
                new SortKey(name, $"({text}) COLLATE {Text.TextCollation.Name}", descending, SortKeyKind.Text) { IsLookedUp = true },
            ColumnType.Choice or ColumnType.State or ColumnType.Status when !query.RawChoiceOrder && column.Column.Choice is not null =>
                new SortKey(name, $"({ShadowColumns.RankOf(column)})", descending, SortKeyKind.Number),
            _ => new SortKey(name, column.Sql, descending, Kind(column.Column)) { HasValue = column.Column.Type == ColumnType.Id && column.Source.Source.Alias is null },
        });
    }

    /// <summary>The id of the row, and those of joined rows of which there may be several for one row.</summary>
    private void AddIds()
    {
        // Where few rows are asked for, walking all ids in their order would be the long way.
        AddId(sources.Root, avoidsIndex: _keys.Count > 0 || FindsFew());
        AddLinkIds(query.Root);
    }

    private void AddLinkIds(QuerySource source)
    {
        foreach (var link in source.Links.Where(l => l.IsJoined))
        {
            var resolved = sources.Find(link);
            if (link.Join != JoinOperator.MatchFirstRowUsingCrossApply && link.To != resolved.Table.PrimaryId.Name)
            {
                AddId(resolved, avoidsIndex: true);
            }

            AddLinkIds(link);
        }
    }

    private void AddId(ResolvedSource source, bool avoidsIndex)
    {
        var count = _keys.Count;
        Add(source.Id, descending: false);
        if (_keys.Count > count)
        {
            _keys[^1] = _keys[^1] with { AvoidsIndex = avoidsIndex };
        }
    }

    private bool FindsFew() =>
        query.Root.Links.Exists(l => l.Join is JoinOperator.Inner or JoinOperator.Natural)
        || (query.Root.Filter is { } filter && Finds(filter));

    private bool Finds(QueryFilter filter) => !filter.Any
        && (filter.Conditions.Exists(c => c.Source is null && IsSearched(c.Operator) && FindsFew(c.Column)) || filter.Filters.Exists(Finds));

    private bool FindsFew(string column) =>
        sources.Root.Table.Find(column)?.Type is not (ColumnType.Choice or ColumnType.State or ColumnType.Status or ColumnType.YesNo or ColumnType.Lookup)
        || Indexes.IsFirst(sources.Root.Table, column);

    private static bool IsSearched(ConditionOperator op) => op is ConditionOperator.Equal or ConditionOperator.In or ConditionOperator.EqualUserId
        or ConditionOperator.Null or ConditionOperator.Under or ConditionOperator.UnderOrEqual or ConditionOperator.Above or ConditionOperator.AboveOrEqual
        or ConditionOperator.BeginsWith or ConditionOperator.Like;

    private static SortKeyKind Kind(ColumnMetadata column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo or ColumnType.DateTime or ColumnType.Choices => SortKeyKind.Text,
        ColumnType.Id or ColumnType.Guid or ColumnType.Lookup or ColumnType.File => SortKeyKind.Id,
        ColumnType.Decimal or ColumnType.Image => SortKeyKind.Bytes,
        ColumnType.Floating => SortKeyKind.Real,
        _ => SortKeyKind.Number,
    };
}
