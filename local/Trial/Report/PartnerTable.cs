using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Spectre.Console;

namespace CrmAddon.Local.Trial.Report;

/// <summary>Who was credited with what, what it earned, and what the statement of the month says.</summary>
public sealed class PartnerTable
{
    private readonly World world;

    /// <summary>Works in a world.</summary>
    public PartnerTable(World world) => this.world = world;

    /// <summary>Prints one line for each partner who has anything, most credited first.</summary>
    public void Print()
    {
        var totals = new Totals(world.Service);
        string program = $"<condition attribute='cov_programid' operator='eq' value='{world.ProgramId}'/>";
        IReadOnlyDictionary<Guid, (decimal Sum, int Rows)> credit = totals.SumBy(
            "cov_split", "cov_amount", "cov_partnerid", program + "<condition attribute='cov_isfinal' operator='eq' value='1'/>");
        IReadOnlyDictionary<Guid, (decimal Sum, int Rows)> estimated = totals.SumBy(
            "cov_split", "cov_amount", "cov_partnerid", program + "<condition attribute='cov_isfinal' operator='eq' value='0'/>");
        IReadOnlyDictionary<Guid, (decimal Sum, int Rows)> earned = totals.SumBy("cov_entry", "cov_amount", "cov_partnerid", program);
        Dictionary<Guid, Entity> statements = Statements();

        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("partner");
        foreach (string heading in new[] { "deals won", "credit", "estimated", "entries", "earned", $"held", $"payable {world.Options.Close}" })
        {
            table.AddColumn(new TableColumn(heading).RightAligned());
        }

        foreach (Entity partner in Partners().OrderByDescending(one => credit.GetValueOrDefault(one.Id).Sum + earned.GetValueOrDefault(one.Id).Sum))
        {
            (decimal Sum, int Rows) won = credit.GetValueOrDefault(partner.Id);
            (decimal Sum, int Rows) booked = earned.GetValueOrDefault(partner.Id);
            decimal open = estimated.GetValueOrDefault(partner.Id).Sum;
            if (won.Rows == 0 && booked.Rows == 0 && open == 0m)
            {
                continue;
            }

            Entity? statement = statements.GetValueOrDefault(partner.Id);
            table.AddRow(
                Markup.Escape(partner.Text("cov_name")),
                won.Rows.ToString("N0", CultureInfo.InvariantCulture),
                Text(won.Sum),
                Text(open),
                booked.Rows.ToString("N0", CultureInfo.InvariantCulture),
                Text(booked.Sum),
                Text(statement?.GetAttributeValue<Money>("cov_heldbalance")?.Value),
                Text(statement?.GetAttributeValue<Money>("cov_payable")?.Value));
        }

        world.Narrator.Console.Write(table);
    }

    private static string Text(decimal? amount) => amount is { } known ? known.ToString("N2", CultureInfo.InvariantCulture) : "";

    private IEnumerable<Entity> Partners() => world.Records.All(new QueryExpression("cov_partner") { ColumnSet = new ColumnSet("cov_name") });

    private Dictionary<Guid, Entity> Statements()
    {
        var query = new QueryExpression("cov_statement") { ColumnSet = new ColumnSet("cov_partnerid", "cov_heldbalance", "cov_payable") };
        query.Criteria.AddCondition("cov_programid", ConditionOperator.Equal, world.ProgramId);
        query.Criteria.AddCondition("cov_month", ConditionOperator.Equal, world.Options.Close.FirstDay);
        return world.Records.All(query).ToDictionary(row => row.GetAttributeValue<EntityReference>("cov_partnerid")!.Id);
    }
}
