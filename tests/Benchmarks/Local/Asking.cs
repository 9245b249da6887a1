using System;
using System.Collections.Generic;
using System.Globalization;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Benchmarks.Local;

/// <summary>Single questions to a big table: pages of 5,000 rows and aggregates.</summary>
internal static class Asking
{
    private const string Columns = "<attribute name='ben_name'/><attribute name='ben_code'/><attribute name='ben_number'/><attribute name='ben_amount'/><attribute name='ben_kind'/><attribute name='ben_day'/><attribute name='ben_accountid'/>";
    private const string BareColumns = "id, name, code, number, amount, kind, day, account";

    public static void Pages(IOrganizationService service, BareSqlite bare, IReadOnlyList<Guid> accounts, int rows)
    {
        Page(
            "page of 5,000: rows of one account",
            $"<filter><condition attribute='ben_accountid' operator='eq' value='{accounts[7]}'/></filter>",
            $"SELECT {BareColumns} FROM bare WHERE account = $0 LIMIT 5000",
            BareSqlite.Account(7, accounts),
            wanted: 50);
        Page(
            "page of 5,000: from a code on, ordered by it (key)",
            $"<filter><condition attribute='ben_code' operator='ge' value='{RowSource.Code(rows / 2)}'/></filter><order attribute='ben_code'/>",
            $"SELECT {BareColumns} FROM bare WHERE code >= $0 ORDER BY code LIMIT 5000",
            RowSource.Code(rows / 2),
            wanted: 50);
        Page(
            "page of 5,000: the first of all, no order",
            string.Empty,
            $"SELECT {BareColumns} FROM bare LIMIT 5000",
            null,
            wanted: null);
        Page(
            "page of 5,000: newest first (createdon)",
            "<order attribute='createdon' descending='true'/>",
            $"SELECT {BareColumns} FROM bare ORDER BY number DESC LIMIT 5000",
            null,
            wanted: null);
        Page(
            "page of 5,000: a number between two (no index)",
            "<filter><condition attribute='ben_number' operator='between'><value>1000</value><value>7000</value></condition></filter>",
            $"SELECT {BareColumns} FROM bare WHERE number BETWEEN 1000 AND 7000 LIMIT 5000",
            null,
            wanted: null);

        void Page(string what, string body, string sql, object? parameter, double? wanted)
        {
            var expected = Math.Min(5000, rows / RowSource.Accounts);
            var fetch = new FetchExpression($"<fetch><entity name='{RowSource.Table}'>{Columns}{body}</entity></fetch>");
            var took = Report.Median(() => Enough(service.RetrieveMultiple(fetch).Entities.Count, expected));
            var rival = Report.Median(() => Enough(bare.Read(sql, parameter), expected));
            Report.Time(what, took, rival, wanted);
        }
    }

    public static void Aggregates(IOrganizationService service, BareSqlite bare)
    {
        Aggregate(
            "aggregate over all rows: count by choice",
            "<attribute name='ben_rowid' alias='rows' aggregate='count'/><attribute name='ben_kind' alias='kind' groupby='true'/>",
            "SELECT kind, count(*) FROM bare GROUP BY kind");
        Aggregate(
            "aggregate over all rows: count, sum, average by choice",
            "<attribute name='ben_rowid' alias='rows' aggregate='count'/><attribute name='ben_amount' alias='total' aggregate='sum'/><attribute name='ben_number' alias='middle' aggregate='avg'/><attribute name='ben_kind' alias='kind' groupby='true'/>",
            "SELECT kind, count(*), sum(amount), avg(number) FROM bare GROUP BY kind");
        Aggregate(
            "aggregate over all rows: sum by account",
            "<attribute name='ben_number' alias='total' aggregate='sum'/><attribute name='ben_accountid' alias='account' groupby='true'/>",
            "SELECT account, sum(number) FROM bare GROUP BY account");
        Aggregate(
            "aggregate over all rows: count by month",
            "<attribute name='ben_rowid' alias='rows' aggregate='count'/><attribute name='ben_day' alias='month' groupby='true' dategrouping='month'/>",
            "SELECT substr(day, 6, 2), count(*) FROM bare GROUP BY 1");

        void Aggregate(string what, string attributes, string sql)
        {
            var fetch = new FetchExpression($"<fetch aggregate='true'><entity name='{RowSource.Table}'>{attributes}</entity></fetch>");
            var took = Report.Median(() => Enough(service.RetrieveMultiple(fetch).Entities.Count, 1), runs: 5);
            var rival = Report.Median(() => Enough(bare.Read(sql), 1), runs: 5);
            Report.Time(what, took, rival, wanted: 1000);
        }
    }

    private static void Enough(int rows, int expected)
    {
        if (rows < expected)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{rows} rows came back, at least {expected} were expected."));
        }
    }
}
