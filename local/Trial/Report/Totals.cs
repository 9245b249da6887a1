using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Local.Trial.Report;

/// <summary>Sums that the database itself makes, by FetchXML, so that no report holds the rows in memory.</summary>
public sealed class Totals
{
    private readonly IOrganizationService service;

    /// <summary>Asks through a service.</summary>
    public Totals(IOrganizationService service) => this.service = service;

    /// <summary>The sum of a money column over the rows that a filter leaves; zero over none.</summary>
    public decimal Sum(string table, string column, string filter) =>
        Row($"<attribute name='{column}' alias='total' aggregate='sum'/>", table, filter).Select(row => Amount(row, "total")).FirstOrDefault();

    /// <summary>The number of rows that a filter leaves.</summary>
    public int Count(string table, string filter) =>
        Row($"<attribute name='{table}id' alias='rows' aggregate='count'/>", table, filter).Select(row => Number(row, "rows")).FirstOrDefault();

    /// <summary>Sum and number by the lookup column <paramref name="by"/>.</summary>
    public IReadOnlyDictionary<Guid, (decimal Sum, int Rows)> SumBy(string table, string column, string by, string filter) =>
        Row(
            $"<attribute name='{column}' alias='total' aggregate='sum'/><attribute name='{table}id' alias='rows' aggregate='count'/><attribute name='{by}' alias='by' groupby='true'/>",
            table,
            filter)
        .Where(row => Value(row, "by") is EntityReference)
        .ToDictionary(row => ((EntityReference)Value(row, "by")!).Id, row => (Amount(row, "total"), Number(row, "rows")));

    private DataCollection<Entity> Row(string attributes, string table, string filter) =>
        service.RetrieveMultiple(new FetchExpression(
            $"<fetch aggregate='true'><entity name='{table}'>{attributes}{(filter.Length > 0 ? $"<filter type='and'>{filter}</filter>" : "")}</entity></fetch>")).Entities;

    private static object? Value(Entity row, string alias) => row.GetAttributeValue<AliasedValue>(alias)?.Value;

    private static int Number(Entity row, string alias) => Convert.ToInt32(Value(row, alias) ?? 0, CultureInfo.InvariantCulture);

    private static decimal Amount(Entity row, string alias) => Value(row, alias) switch
    {
        Money money => money.Value,
        decimal number => number,
        _ => 0m,
    };
}
