using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using CrmAddon.Plugins.Dataverse;
using CrmAddon.Plugins.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmAddon.Plugins.Tests;

/// <summary>What stands in the world, as text that a test compares whole.</summary>
internal sealed partial class World
{
    /// <summary>The splits of a deal, such as <c>Nimbus ISV 30% 15000.00 estimate</c>, by owner and role.</summary>
    public string Splits(Guid deal)
    {
        var query = Queries.From(Split.Table, Split.Partner, Split.Role, Split.Percent, Split.Amount, Split.IsFinal)
            .Where(Split.Opportunity, deal);
        query.Outer(Split.Partner, Tables.Partner.Table, Tables.Partner.Id, "p", Tables.Partner.Code);
        return Lines(Service.All(query), row => string.Join(" ",
            row.Linked<string>("p", Tables.Partner.Code) ?? "house",
            RoleOf(row, Split.Role),
            row.GetAttributeValue<decimal>(Split.Percent).ToString("0.##", CultureInfo.InvariantCulture) + "%",
            Text(row.Amount(Split.Amount)),
            row.GetAttributeValue<bool>(Split.IsFinal) ? "final" : "estimate"));
    }

    /// <summary>The reasons on the split rows of a deal.</summary>
    public string Reasons(Guid deal) => Lines(
        Service.All(Queries.From(Split.Table, Split.Reason).Where(Split.Opportunity, deal)), row => row.Text(Split.Reason));

    /// <summary>All ledger entries, such as <c>Skyops 2026-03 accrual in 2026-03: 6125.00 provisional</c>, by text.</summary>
    public string Entries()
    {
        var query = Queries.From(Entry.Table, Entry.EarnedMonth, Entry.BookedMonth, Entry.Kind, Entry.Amount, Entry.IsHold, Entry.Status);
        query.Outer(Entry.Partner, Tables.Partner.Table, Tables.Partner.Id, "p", Tables.Partner.Code);
        return Lines(Service.All(query), row => string.Concat(
            row.Linked<string>("p", Tables.Partner.Code), " ", row.Month(Entry.EarnedMonth), " ",
            row.Option(Entry.Kind) switch { Entry.KindOf.Accrual => "accrual", Entry.KindOf.Clawback => "clawback", _ => "adjustment" },
            row.GetAttributeValue<bool>(Entry.IsHold) ? " (held)" : "",
            " in ", row.Month(Entry.BookedMonth), ": ", Text(row.Amount(Entry.Amount)), " ", StatusText(row.Option(Entry.Status))));
    }

    /// <summary>The statements, such as <c>Skyops 2026-03: 0.00 + 6125.00 earned + 0.00 adjusted = 6125.00, 0.00 held, 6125.00 payable</c>.</summary>
    public string Statements()
    {
        var query = new QueryExpression(StatementRow.Table) { ColumnSet = new ColumnSet(true) };
        return Lines(Service.All(query), row => string.Concat(
            row.Text(StatementRow.Name), ": ", Text(row.Amount(StatementRow.Opening)), " + ", Text(row.Amount(StatementRow.Earned)), " earned + ",
            Text(row.Amount(StatementRow.Adjustments)), " adjusted = ", Text(row.Amount(StatementRow.Closing)), ", ",
            Text(row.Amount(StatementRow.HeldBalance)), " held, ", Text(row.Amount(StatementRow.Payable)), " payable"));
    }

    /// <summary>The rows of a table, as far as a test wants them.</summary>
    public IReadOnlyList<Entity> Rows(string table, params string[] columns) => Service.All(Queries.From(table, columns));

    /// <summary>How many rows a table has.</summary>
    public int Count(string table) => Service.All(Queries.From(table)).Count;

    public Entity Row(string table, Guid id) => Service.Retrieve(table, id, new ColumnSet(true));

    /// <summary>Every row of every table of the add-on that holds results, with all of their columns but those that say when they were written.</summary>
    public string Everything() => string.Join("\n", new[]
        { Split.Table, Entry.Table, RulingRow.Table, StatementRow.Table, Period.Table, Notification.Table }
        .SelectMany(table => Service.All(new QueryExpression(table) { ColumnSet = new ColumnSet(true) })
            .Select(row => row.Id.ToString("D", CultureInfo.InvariantCulture) + " " + row.GetAttributeValue<long>("versionnumber").ToString(CultureInfo.InvariantCulture)))
        .OrderBy(line => line, StringComparer.Ordinal));

    private static string Lines(IEnumerable<Entity> rows, Func<Entity, string> text) =>
        string.Join("\n", rows.Select(text).Order(StringComparer.Ordinal));

    private static string RoleOf(Entity row, string column) =>
        row.GetAttributeValue<OptionSetValue?>(column) is { } role ? Roles.NameOf(role) : "-";

    private static string Text(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static string StatusText(int? status) => status switch
    {
        Entry.StatusOf.Provisional => "provisional",
        Entry.StatusOf.Posted => "posted",
        Entry.StatusOf.Held => "held",
        Entry.StatusOf.Released => "released",
        Entry.StatusOf.Approved => "approved",
        Entry.StatusOf.Paid => "paid",
        _ => "unknown",
    };
}
