using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Benchmarks.Local;

/// <summary>The rows of the benchmarks' table, the same in every run: a name, a code (key), numbers, a choice, a day, an account.</summary>
internal static class RowSource
{
    public const string Table = "ben_row";

    /// <summary>Rows fall to so many accounts evenly: of a million, 5,000 point to each.</summary>
    public const int Accounts = 200;

    private static readonly DateTime FirstDay = new(2024, 1, 1);

    public static Entity Row(int number, IReadOnlyList<Guid> accounts) => new(Table)
    {
        ["ben_name"] = Name(number),
        ["ben_code"] = Code(number),
        ["ben_number"] = number,
        ["ben_amount"] = Amount(number),
        ["ben_kind"] = new OptionSetValue(Kind(number)),
        ["ben_day"] = FirstDay.AddDays(number % 1000),
        ["ben_accountid"] = new EntityReference("account", accounts[number % accounts.Count]),
    };

    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Row number {number}");

    public static string Code(int number) => string.Create(CultureInfo.InvariantCulture, $"R{number:D9}");

    public static decimal Amount(int number) => (number % 100_000) / 100m;

    public static int Kind(int number) => (number % 5) + 1;

    public static string Day(int number) => FirstDay.AddDays(number % 1000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Numbers in batches.</summary>
    public static IEnumerable<int[]> Batches(int from, int count, int size) =>
        Enumerable.Range(0, (count + size - 1) / size).Select(b => Enumerable.Range(from + (b * size), Math.Min(size, count - (b * size))).ToArray());
}
