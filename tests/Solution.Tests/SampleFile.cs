using System.Collections.Generic;
using System.IO;
using System.Linq;
using CsvHelper;

namespace CrmAddon.Solution.Tests;

/// <summary>Rows of a file under samples/, by column name.</summary>
internal static class SampleFile
{
    public static List<Dictionary<string, string>> Read(params string[] path)
    {
        using var csv = CsvReader.FromFile(Path.Combine([Repository.Samples, .. path]), new CsvReaderOptions { Separator = ',' });
        csv.ReadHeader();
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
            rows.Add(Enumerable.Range(0, csv.Headers.Count).ToDictionary(i => csv.Headers[i], i => csv.GetString(i)));
        return rows;
    }
}
