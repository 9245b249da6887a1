using System;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Metadata;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Store;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Answers queries.</summary>
internal sealed class QueryRunner(Organization organization)
{
    public EntityCollection Run(QueryBase query, Caller caller) => Run(query switch
    {
        QueryExpression expression => ExpressionReader.Read(expression),
        FetchExpression fetch => FetchReader.Read(fetch.Query),
        QueryByAttribute byAttribute => ExpressionReader.Read(byAttribute),
        _ => throw Faults.Argument($"{query.GetType().Name} is not supported by the local Dataverse."),
    }, caller);

    public EntityCollection Run(TableQuery query, Caller caller)
    {
        var translator = new SqlTranslator(query, organization, caller);
        var statement = organization.Database.Prepare(translator.Translate(count: false));
        var rows = statement.List(Values(translator), row => Row(query, translator, row));
        var result = new EntityCollection { EntityName = query.Root.Table, TotalRecordCount = -1 };
        result.MoreRecords = rows.Count > translator.PageSize && query.Top is null;
        if (rows.Count > translator.PageSize)
        {
            rows.RemoveAt(rows.Count - 1);
        }

        result.Entities.AddRange(rows);
        if (result.MoreRecords)
        {
            result.PagingCookie = Cookie(query, rows[0], rows[^1]);
        }

        if (query.CountAll)
        {
            SetTotal(result, query, caller);
        }

        return result;
    }

    private static ReadOnlySpan<object?> Values(SqlTranslator translator) =>
        CollectionsMarshal.AsSpan((System.Collections.Generic.List<object?>)translator.Values);

    private static Entity Row(TableQuery query, SqlTranslator translator, SqliteDataReader row)
    {
        var entity = new Entity(query.Root.Table);
        foreach (var column in translator.Results)
        {
            switch (column.Kind)
            {
                case ResultKind.Id:
                    entity.Id = Cells.ToGuid(row.GetFieldValue<byte[]>(column.Ordinal));
                    entity.Attributes[column.Name] = entity.Id;
                    break;
                case ResultKind.Version:
                    entity.RowVersion = row.GetInt64(column.Ordinal).ToString(CultureInfo.InvariantCulture);
                    break;
                default:
                    Add(entity, column, row);
                    break;
            }
        }

        return entity;
    }

    private static void Add(Entity entity, ResultColumn column, SqliteDataReader row)
    {
        var value = row.IsDBNull(column.Ordinal) ? null : column.Kind switch
        {
            ResultKind.Number => (int)row.GetInt64(column.Ordinal),
            ResultKind.Average => Average(column.Column, row, column.Ordinal),
            _ => Cells.Read(column.Column, row, column.Ordinal),
        };
        if (value is null)
        {
            return;
        }

        Labels.Add(entity.FormattedValues, column.Column, column.Name, value);
        entity.Attributes[column.Name] = column.IsAliased ? new AliasedValue(column.Table, column.Column.Name, value) : value;
    }

    private static object Average(ColumnMetadata column, SqliteDataReader row, int ordinal)
    {
        var count = row.GetInt64(ordinal + 1);
        return column.Type switch
        {
            ColumnType.Money => new Money(ExactMoney.ToDecimal(row.GetInt64(ordinal)) / count),
            ColumnType.Decimal => ExactDecimal.ToDecimal(row.GetFieldValue<byte[]>(ordinal)) / count,
            ColumnType.Floating => row.GetDouble(ordinal) / count,
            _ => (int)(row.GetInt64(ordinal) / count),
        };
    }

    private void SetTotal(EntityCollection result, TableQuery query, Caller caller)
    {
        var translator = new SqlTranslator(query, organization, caller);
        var total = (long)organization.Database.Prepare(translator.Translate(count: true)).Value(Values(translator))!;
        result.TotalRecordCountLimitExceeded = total > SqlTranslator.LargestPage;
        result.TotalRecordCount = (int)Math.Min(total, SqlTranslator.LargestPage);
    }

    /// <summary>The platform's form; pages are found by their number here, so that any cookie of the same query will do.</summary>
    private string Cookie(TableQuery query, Entity first, Entity last)
    {
        var id = organization.Table(query.Root.Table).PrimaryId.Name;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<cookie page=\"{query.Page}\"><{SecurityElement.Escape(id)} last=\"{last.Id:B}\" first=\"{first.Id:B}\" /></cookie>");
    }
}
