using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using static CrmAddon.Solution.Tests.ReferenceTests;

namespace CrmAddon.Solution.Tests;

/// <summary>Tables.txt says by name what the code relies on.</summary>
[TestClass]
public sealed class TablesTests
{
    private static readonly List<string> Expected = Read();

    [TestMethod]
    public void Every_line_of_Tables_txt_holds() => AssertNone(Expected.Except(
        Metadata.Installed.Tables.Values.SelectMany(Describe).Concat(Metadata.Solution.Choices.Select(Describe))));

    [TestMethod]
    public void Tables_txt_leaves_no_table_column_or_choice_of_ours_out()
    {
        var ours = Metadata.Solution.Choices.Select(Describe).ToList();
        foreach (var table in Metadata.Solution.Tables.Values)
        {
            ours.AddRange(table.Columns.Values
                .Where(c => c.Value("IsCustomField") == "1" && c.Value("CalculationOf").Length == 0)
                .Select(c => Describe(table, c)));
        }

        AssertNone(ours.Except(Expected));
    }

    /// <summary>Lines of the file, each with its table in front.</summary>
    private static List<string> Read()
    {
        var lines = new List<string>();
        var table = "";
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Tables.txt")))
        {
            var words = string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            if (words.Length == 0 || line.StartsWith('#'))
                continue;
            if (line.StartsWith(' '))
                lines.Add(table + ": " + words);
            else if (line.StartsWith("choice ", StringComparison.Ordinal))
                lines.Add(words);
            else
                lines.Add((table = words.Split(' ')[0]) + ": " + words[table.Length..].Trim());
        }

        return lines;
    }

    private static string Describe(KeyValuePair<string, List<(int Value, string Label)>> choice) =>
        $"choice {choice.Key}: {string.Join(", ", choice.Value.Select(o => o.Label))}";

    private static string Describe(Table table, Column column) => $"{table.Name}: {column.Name} {Type(table, column)}";

    private static IEnumerable<string> Describe(Table table)
    {
        yield return $"{table.Name}: {(table.IsOurs ? table.Entity.Element("OwnershipTypeMask")!.Value : "")}";
        foreach (var column in table.Columns.Values)
            yield return Describe(table, column);
        foreach (var key in table.Keys)
            yield return $"{table.Name}: key {string.Join(" ", key)}";
        if (!table.Columns.TryGetValue("statecode", out var state))
            yield break;
        foreach (var value in state.Xml.Descendants("state").Select(s => s.Attribute("value")!.Value))
        {
            var reasons = table.Columns["statuscode"].Xml.Descendants("status")
                .Where(s => s.Attribute("state")!.Value == value)
                .Select(s => $"{Metadata.Label(s)} {s.Attribute("value")!.Value}");
            yield return $"{table.Name}: state {value}: {string.Join(", ", reasons)}";
        }
    }

    private static string Type(Table table, Column column) => column.Type switch
    {
        "nvarchar" => "text " + column.Value("MaxLength"),
        "ntext" => "memo " + column.Value("MaxLength"),
        "picklist" => "choice " + column.Value("OptionSetName"),
        "lookup" => "lookup " + string.Join("|", Metadata.Installed.RelationsOf(table, column).Select(r => r.To)),
        "decimal" => "decimal " + column.Value("Accuracy"),
        "datetime" => column.Value("Behavior") == "2" ? "date" : "datetime",
        "bit" => "yes/no",
        _ => column.Type,
    };
}
