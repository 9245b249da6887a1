using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace CrmAddon.Benchmarks.Local;

/// <summary>
/// The local Dataverse's speed beside bare SQLite. Without words everything is measured; <c>batches</c>, <c>single</c>, <c>start</c>,
/// <c>stream</c>, <c>pages</c>, <c>aggregates</c>, <c>users</c> choose; a number is how many rows the big table gets (a million if nothing is said).
/// </summary>
internal static class LocalBenchmarks
{
    private static readonly string[] Parts = ["batches", "single", "start", "stream", "pages", "aggregates", "users"];

    public static int Run(string[] args)
    {
        if (args is ["open", var file])
        {
            Starting.Open(file);
            return 0;
        }

        var rows = 1_000_000;
        var parts = new List<string>();
        foreach (var arg in args)
        {
            if (int.TryParse(arg, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1000)
            {
                rows = number;
            }
            else if (Parts.Contains(arg))
            {
                parts.Add(arg);
            }
            else
            {
                Console.Error.WriteLine($"'{arg}' is not known: give a number of rows (1000 or more) or some of {string.Join(", ", Parts)}.");
                return 2;
            }
        }

        Measure(parts.Count == 0 ? [.. Parts] : parts, rows);
        return 0;
    }

    private static void Measure(List<string> parts, int rows)
    {
        Report.Machine();
        using var place = new Place();
        if (parts.Contains("batches"))
        {
            Creating.Batches(place, 20_000);
        }

        if (parts.Contains("single"))
        {
            Creating.Single(place, 5_000);
        }

        if (parts.Contains("start"))
        {
            Starting.Measure(place);
        }

        if (parts.Exists(p => p is "stream" or "pages" or "aggregates" or "users"))
        {
            Big(place, parts, rows);
        }
    }

    private static void Big(Place place, List<string> parts, int rows)
    {
        using var dataverse = place.Open("big.db");
        var service = dataverse.CreateService();
        var accounts = Place.Accounts(service);
        Streaming.Write(service, rows, accounts);
        using var bare = new BareSqlite(place.File("big-bare.db"));
        foreach (var numbers in RowSource.Batches(0, rows, 10_000))
        {
            bare.Transaction(() => Array.ForEach(numbers, n => bare.Insert(n, accounts)));
        }

        bare.Run("ANALYZE");
        if (parts.Contains("stream"))
        {
            Streaming.Read(service, rows, bare);
        }

        if (parts.Contains("pages"))
        {
            Asking.Pages(service, bare, accounts, rows);
        }

        if (parts.Contains("aggregates"))
        {
            Asking.Aggregates(service, bare);
        }

        if (parts.Contains("users"))
        {
            AsUser.Measure(dataverse, service, accounts, rows);
        }
    }
}
