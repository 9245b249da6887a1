using System;
using System.Globalization;
using System.IO;
using System.Linq;
using CrmAddon.Plugins.Deals;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Mono;

/// <summary>Wins one deal through the shipped plug-in and prints the rows that it writes.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        var rows = new MemoryService();
        var deal = Story.Tell(rows, File.ReadAllText(arguments[0]));
        new OpportunityClosed().Execute(new WinEvent(rows, deal));
        foreach (var line in rows.Table("cov_split").Select(Split).Concat(rows.Table("cov_entry").Select(Entry)).OrderBy(line => line, StringComparer.Ordinal))
            Console.WriteLine(line);

        Console.WriteLine($"rulings {rows.Table("cov_ruling").Count().ToString(CultureInfo.InvariantCulture)}");
        return 0;
    }

    private static string Split(Entity row) => string.Join(" ",
        "split", row.GetAttributeValue<string>("cov_name"), Text(row, "cov_amount"), (bool)row["cov_isfinal"]! ? "final" : "estimate");

    private static string Entry(Entity row) => string.Join(" ",
        "entry", row.GetAttributeValue<string>("cov_name"), Text(row, "cov_amount"), (bool)row["cov_ishold"]! ? "held" : "payable");

    private static string Text(Entity row, string column) =>
        row.GetAttributeValue<Money>(column)!.Value.ToString("0.00", CultureInfo.InvariantCulture);
}
