using System;
using CrmAddon.Local.Messages;
using CrmAddon.Local.Pipeline;
using CrmAddon.Local.Query.Dates;
using CrmAddon.Local.Query.Paging;
using CrmAddon.Local.Query.Reading;
using CrmAddon.Local.Query.Results;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Query;

/// <summary>Answers queries.</summary>
internal sealed class QueryRunner(Organization organization)
{
    private const int GenericSqlError = unchecked((int)0x80044150);
    private const int SqliteError = 1;

    public EntityCollection Run(QueryBase query, Caller caller) => Run(Read(query), caller);

    /// <summary>A query of any of the platform's three languages.</summary>
    public static TableQuery Read(QueryBase query) => query switch
    {
        QueryExpression expression => ExpressionReader.Read(expression),
        FetchExpression fetch => FetchReader.Read(fetch.Query),
        QueryByAttribute byAttribute => ExpressionReader.Read(byAttribute),
        _ => throw Faults.Argument($"{query.GetType().Name} is not supported by the local Dataverse."),
    };

    public EntityCollection Run(TableQuery query, Caller caller)
    {
        try
        {
            var result = ReadPage(query, caller);
            if (query.CountAll)
            {
                SetTotal(result, query, caller);
            }

            return result;
        }
        catch (SqliteException e) when (e.SqliteErrorCode == SqliteError)
        {
            // A sum beyond the range of its type, or a query larger than the database can take.
            throw Faults.Create(GenericSqlError, $"SQL Server error occurred while the query ran: {e.Message}");
        }
    }

    private EntityCollection ReadPage(TableQuery query, Caller caller)
    {
        var translator = new SqlTranslator(query, organization, caller);
        var page = translator.PageSize;
        var result = new EntityCollection { EntityName = query.Root.Table, TotalRecordCount = -1 };
        var rows = result.Entities;
        object?[]? first = null;
        object?[]? last = null;
        organization.Database.Prepare(translator.Translate()).Read(translator.Values, row =>
        {
            if (rows.Count == page)
            {
                result.MoreRecords = true; // the row behind the page is only looked at
                return;
            }

            if (query.Aggregate && rows.Count == 0)
            {
                CheckLimit(query, row.GetInt64(translator.RowCount));
            }

            rows.Add(RowReader.Read(query.Root.Table, translator.Results, row));
            if (translator.HasCookie && query.Top is null && rows.Count is var count && (count == 1 || count == page))
            {
                last = RowReader.Keys(row, translator.FirstKey, translator.Keys.Count);
                first ??= last;
            }
        });
        if (result.MoreRecords && last is not null)
        {
            result.PagingCookie = PagingCookie.Write(query.Page, translator.Keys, first!, last);
        }

        organization.Formatting.Fill(rows, caller);
        LabelFiscal(translator, result);
        return result;
    }

    private void CheckLimit(TableQuery query, long rows)
    {
        var limit = organization.Options.Rules.AggregateLimit ? QueryLimits.Aggregate : long.MaxValue;
        if (rows > Math.Min(limit, query.AggregateLimit is > 0 and var own ? own : long.MaxValue))
        {
            throw Faults.Create(QueryErrors.AggregateLimitExceeded, "AggregateQueryRecordLimit exceeded. Cannot perform this operation.");
        }
    }

    private void SetTotal(EntityCollection result, TableQuery query, Caller caller)
    {
        var translator = new SqlTranslator(query, organization, caller);
        var total = (long)organization.Database.Prepare(translator.TranslateCount()).Value(translator.Values)!;
        result.TotalRecordCountLimitExceeded = total > QueryLimits.Total;
        result.TotalRecordCount = (int)Math.Min(total, QueryLimits.Total);
    }

    /// <summary>Fiscal years and periods are numbers with a name.</summary>
    private void LabelFiscal(SqlTranslator translator, EntityCollection result)
    {
        FiscalCalendar? calendar = null;
        foreach (var column in translator.Results)
        {
            if (column.Kind is not (ResultKind.FiscalPeriod or ResultKind.FiscalYear))
            {
                continue;
            }

            calendar ??= FiscalCalendar.Of(organization);
            foreach (var row in result.Entities)
            {
                if (row.GetAttributeValue<AliasedValue>(column.Name)?.Value is int number)
                {
                    row.FormattedValues[column.Name] = column.Kind == ResultKind.FiscalYear
                        ? FiscalCalendar.Label(number)
                        : calendar.Label(number / 100, number % 100);
                }
            }
        }
    }
}
