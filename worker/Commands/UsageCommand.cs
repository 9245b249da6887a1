using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using CrmAddon.Worker.Usage;
using CrmAddon.Worker.Usage.Focus;

namespace CrmAddon.Worker.Commands;

/// <summary>The verbs about usage: <c>usage check FILE</c>, <c>usage import FILE...</c>.</summary>
internal static class UsageCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("file") { Description = "A FOCUS file, CSV or Parquet, version 1.0 to 1.2." }.AcceptExistingOnly();
        var currency = new Option<string?>("--currency") { Description = "The program's currency, such as USD; by default that of the first row." };
        Option<CostMeasure> measure = MeasureOption.Create();
        Option<Dictionary<FocusColumn, string>> assume = AssumeOption.Create();
        var rejects = new Option<FileInfo?>("--rejects") { Description = "Write the rows that would be set aside to this CSV file." };

        var check = new Command("check", "Reads a file as an import would and prints its sums and what it would set aside; stores nothing.")
        {
            file, currency, measure, assume, rejects,
        };
        check.SetAction(parsed => Check(parsed.GetRequiredValue(file), parsed.InvocationConfiguration, new UsageImportOptions
        {
            Currency = parsed.GetValue(currency),
            Measure = parsed.GetValue(measure),
            Assumed = parsed.GetValue(assume)!,
            RejectsFile = parsed.GetValue(rejects)?.FullName,
        }));
        return new Command("usage", "Usage in FOCUS format.") { check, UsageImportCommand.Create() };
    }

    private static int Check(FileInfo file, InvocationConfiguration console, UsageImportOptions options)
    {
        try
        {
            return UsageCheck.Run(file.FullName, options, console.Output) ? 0 : 1;
        }
        catch (Exception e) when (e is UsageFileException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{file.Name}: {e.Message}");
            return 2;
        }
    }
}
