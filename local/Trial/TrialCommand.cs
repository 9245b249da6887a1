using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Rules;
using Spectre.Console;

namespace CrmAddon.Local.Trial;

/// <summary>The command line of the trial: what can be chosen, and what happens where nothing is chosen.</summary>
public static class TrialCommand
{
    private static readonly string Carried = AppContext.BaseDirectory;

    /// <summary>Builds the command.</summary>
    public static RootCommand Create()
    {
        var database = new Option<FileInfo?>("--db") { Description = "The database file; made when missing, kept afterwards [default: crmaddon.db, or crmaddon.NAME.db with --rules NAME.rules]", HelpName = "FILE" };
        var rules = new Option<FileInfo?>("--rules") { Description = "The rule program to publish [default: the sample program]", HelpName = "FILE" };
        var deals = new Option<FileInfo?>("--deals") { Description = "A sales pipeline, CSV with the columns of samples/crm/sales_pipeline.csv [default: the sample, 8,800 deals]", HelpName = "FILE" };
        var usage = new Option<FileInfo[]>("--usage") { Description = "Usage in FOCUS format 1.0 to 1.2, CSV or Parquet; may be repeated [default: the samples]", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var close = new Option<string>("--close") { Description = "The month whose books are closed", HelpName = "YYYY-MM", DefaultValueFactory = _ => "2026-03" };
        var mails = new Option<DirectoryInfo?>("--mails") { Description = "The folder for delivered mails [default: mails, beside the database]", HelpName = "FOLDER" };

        foreach (Option<FileInfo?> file in new[] { rules, deals })
        {
            file.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } missing)
                {
                    result.AddError($"The file {missing.FullName} does not exist.");
                }
            });
        }

        usage.Validators.Add(result =>
        {
            foreach (FileInfo missing in (result.GetValueOrDefault<FileInfo[]>() ?? []).Where(file => !file.Exists))
            {
                result.AddError($"The file {missing.FullName} does not exist.");
            }
        });
        close.Validators.Add(result =>
        {
            if (!Month.TryParse(result.GetValueOrDefault<string>() ?? "", out _))
            {
                result.AddError("--close takes a month such as 2026-03.");
            }
        });

        var command = new RootCommand("Runs the add-on on this machine: a local Dataverse, the sample program's rules, real deals and real usage in; credit, commission, statements and mails out. Run again, and nothing is doubled.")
        {
            database, rules, deals, usage, close, mails,
        };
        command.SetAction((parsed, stop) => RunAsync(
            Chosen(parsed.GetValue(database), parsed.GetValue(rules), parsed.GetValue(deals), parsed.GetValue(usage), parsed.GetValue(close)!, parsed.GetValue(mails)),
            stop));
        return command;
    }

    private static TrialOptions Chosen(FileInfo? database, FileInfo? rules, FileInfo? deals, FileInfo[]? usage, string close, DirectoryInfo? mails)
    {
        string samples = Path.Combine(Carried, "samples");
        string file = database?.FullName
            ?? Path.GetFullPath(rules is null ? "crmaddon.db" : $"crmaddon.{Path.GetFileNameWithoutExtension(rules.Name)}.db");
        string[] usageFiles = usage is { Length: > 0 }
            ? [.. usage.Select(one => one.FullName)]
            : [Path.Combine(samples, "focus", "focus_sample_1000.csv"), Path.Combine(samples, "focus", "synthetic-usage-2025-04_2026-03.csv")];
        return new TrialOptions(
            file,
            rules?.FullName ?? Path.Combine(samples, "cloud-infrastructure.rules"),
            deals?.FullName ?? Path.Combine(samples, "crm", "sales_pipeline.csv"),
            usageFiles,
            Month.Parse(close),
            mails?.FullName ?? Path.Combine(Path.GetDirectoryName(file)!, "mails"),
            samples);
    }

    private static async Task<int> RunAsync(TrialOptions options, CancellationToken stop)
    {
        try
        {
            return await new TrialRun(options, AnsiConsole.Console).RunAsync(stop).ConfigureAwait(false);
        }
        catch (TrialStoppedException stopped)
        {
            await Console.Error.WriteLineAsync().ConfigureAwait(false);
            await Console.Error.WriteLineAsync(stopped.Message).ConfigureAwait(false);
            return 1;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync().ConfigureAwait(false);
            await Console.Error.WriteLineAsync("Stopped. What was done is kept; run the same command again to go on.").ConfigureAwait(false);
            return 130;
        }
    }
}
