using System.Collections.Generic;
using System.Globalization;
using Spectre.Console;

namespace CrmAddon.Local.Trial.Report;

/// <summary>
/// The account of a run: everything that went in came out somewhere, to the cent. Each line is two figures made apart from each
/// other: lines counted by the reader and where they ended up, sums of a file or a table and of the tables that follow from it.
/// </summary>
public sealed class Account
{
    private readonly World world;
    private readonly List<(string What, decimal Left, decimal Right)> lines = [];

    /// <summary>Works in a world.</summary>
    public Account(World world) => this.world = world;

    /// <summary>Adds that two figures must be the same.</summary>
    public void Add(string what, decimal left, decimal right) => lines.Add((what, left, right));

    /// <summary>Adds what the tables of the CRM say.</summary>
    public void AddBooks()
    {
        var totals = new Totals(world.Service);
        string program = $"<condition attribute='cov_programid' operator='eq' value='{world.ProgramId}'/>";
        string Of(string column, string value) => $"<condition attribute='{column}' operator='eq' value='{value}'/>";

        string partners = Of("cov_ishouse", "0");
        string house = Of("cov_ishouse", "1");
        string final = Of("cov_isfinal", "1");
        string estimated = Of("cov_isfinal", "0");
        Add(
            "won deals: credit + house = amount",
            totals.Sum("cov_split", "cov_amount", program + final + partners) + totals.Sum("cov_split", "cov_amount", program + final + house),
            totals.Sum("opportunity", "actualvalue", Of("statecode", "1")));
        Add(
            "open deals: estimated credit + house = amount",
            totals.Sum("cov_split", "cov_amount", program + estimated + partners) + totals.Sum("cov_split", "cov_amount", program + estimated + house),
            totals.Sum("opportunity", "estimatedvalue", Of("statecode", "0")));

        string month = Of("cov_month", world.Options.Close.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        string booked = Of("cov_bookedmonth", world.Options.Close.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        decimal statements = totals.Sum("cov_statement", "cov_earned", program + month)
            + totals.Sum("cov_statement", "cov_adjustments", program + month)
            + totals.Sum("cov_statement", "cov_clawbacks", program + month);
        Add($"{world.Options.Close}: entries = statements", totals.Sum("cov_entry", "cov_amount", program + booked), statements);
        Add($"{world.Options.Close}: entries = the period's total", totals.Sum("cov_entry", "cov_amount", program + booked), totals.Sum("cov_period", "cov_total", program + month));
    }

    /// <summary>Prints the account.</summary>
    /// <returns>Whether every line is even.</returns>
    public bool Print()
    {
        bool even = true;
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("account");
        table.AddColumn(new TableColumn("left").RightAligned());
        table.AddColumn(new TableColumn("right").RightAligned());
        table.AddColumn("");
        foreach ((string what, decimal left, decimal right) in lines)
        {
            even &= left == right;
            table.AddRow(
                Markup.Escape(what),
                left.ToString("#,0.00########", CultureInfo.InvariantCulture),
                right.ToString("#,0.00########", CultureInfo.InvariantCulture),
                left == right ? "[green]even[/]" : "[red]OFF by " + (left - right).ToString(CultureInfo.InvariantCulture) + "[/]");
        }

        world.Narrator.Console.Write(table);
        return even;
    }
}
