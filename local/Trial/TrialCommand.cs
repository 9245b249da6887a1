using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.ServiceModel;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Local.Trial.Setup;
using CrmAddon.Rules;
using CrmAddon.Worker.Commands;
using CrmAddon.Worker.Usage.Focus;
using Microsoft.Data.Sqlite;
using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace CrmAddon.Local.Trial;

/// <summary>The command line of the trial: what can be chosen, and what happens where nothing is chosen.</summary>
public static class TrialCommand
{
    private static readonly string Carried = AppContext.BaseDirectory;

    // Books are closed month by month; nobody closes centuries.
    private static readonly Month Last = new(2099, 12);

    /// <summary>Builds the command.</summary>
    public static RootCommand Create()
    {
        var database = new Option<FileInfo?>("--db") { Description = "The database file; made when missing, kept afterwards [default: crmaddon.db, or crmaddon.NAME.db with --rules NAME.rules]", HelpName = "FILE" };
        var rules = new Option<FileInfo?>("--rules") { Description = "The rule program to publish [default: the sample program]", HelpName = "FILE" };
        var deals = new Option<FileInfo?>("--deals") { Description = "A sales pipeline, CSV with the columns of samples/crm/sales_pipeline.csv [default: the sample, 8,800 deals]", HelpName = "FILE" };
        var usage = new Option<FileInfo[]>("--usage") { Description = "Usage in FOCUS format 1.0 to 1.2, CSV or Parquet; may be repeated [default: the samples]", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        Option<Dictionary<FocusColumn, string>> assume = AssumeOption.Create();
        var delta = new Option<bool>("--delta") { Description = "The usage files hold corrections only: add them to what is stored, instead of taking them for whole billing periods" };
        var close = new Option<string>("--close") { Description = "The month whose books are closed", HelpName = "YYYY-MM", DefaultValueFactory = _ => "2026-03" };
        var mails = new Option<DirectoryInfo?>("--mails") { Description = "The folder for delivered mails [default: mails, beside the database]", HelpName = "FOLDER" };

        foreach (Option<FileInfo?> file in new[] { rules, deals })
        {
            file.Validators.Add(result =>
            {
                if (result.GetValueOrDefault<FileInfo?>() is { Exists: false } missing)
                {
                    result.AddError(Missing(missing));
                }
            });
        }

        usage.Validators.Add(result =>
        {
            foreach (FileInfo missing in (result.GetValueOrDefault<FileInfo[]>() ?? []).Where(file => !file.Exists))
            {
                result.AddError(Missing(missing));
            }
        });
        close.Validators.Add(result =>
        {
            if (!Month.TryParse(result.GetValueOrDefault<string>() ?? "", out Month month) || month < Publication.Beginning || month > Last)
            {
                result.AddError($"--close takes a month such as 2026-03, from {Publication.Beginning} to {Last}.");
            }
        });
        database.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<FileInfo?>() is { } file && Directory.Exists(file.FullName))
            {
                result.AddError($"{file.FullName} is a folder; --db takes a file.");
            }
        });
        mails.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo?>() is { } folder && File.Exists(folder.FullName))
            {
                result.AddError($"{folder.FullName} is a file; --mails takes a folder.");
            }
        });

        var command = new RootCommand("Runs the add-on on this machine: a local Dataverse, the sample program's rules, real deals and real usage in; credit, commission, statements and mails out. Run again, and nothing is doubled.")
        {
            database, rules, deals, usage, assume, delta, close, mails,
        };
        // Ctrl-C is listened for from the moment at which the action gives the thread back, so it works on another one.
        command.SetAction((parsed, stop) => Task.Run(() => RunAsync(
            Chosen(parsed.GetValue(database), parsed.GetValue(rules), parsed.GetValue(deals), parsed.GetValue(usage), parsed.GetValue(assume)!, parsed.GetValue(delta), parsed.GetValue(close)!, parsed.GetValue(mails)),
            stop)));
        return command;
    }

    private static string Missing(FileInfo file) => Directory.Exists(file.FullName)
        ? $"{file.FullName} is a folder, not a file."
        : $"The file {file.FullName} does not exist.";

    private static TrialOptions Chosen(FileInfo? database, FileInfo? rules, FileInfo? deals, FileInfo[]? usage, Dictionary<FocusColumn, string> assumed, bool isDelta, string close, DirectoryInfo? mails)
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
            assumed,
            isDelta,
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
            return await FailAsync(stopped.Message).ConfigureAwait(false);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            return await FailAsync($"The CRM refuses a step of the trial: {fault.Detail.Message} What was done before is kept.").ConfigureAwait(false);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException or SqliteException)
        {
            return await FailAsync(
                $"A file can't be read or written: {cause.Message} Look whether {options.Database} and {options.Mails} can be written and the disk has room; what was done is kept, and the same command goes on from there.").ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await Console.Error.WriteLineAsync().ConfigureAwait(false);
            await Console.Error.WriteLineAsync("Stopped. What was done is kept; run the same command again to go on.").ConfigureAwait(false);
            return 130;
        }
    }

    private static async Task<int> FailAsync(string sentence)
    {
        await Console.Error.WriteLineAsync().ConfigureAwait(false);
        await Console.Error.WriteLineAsync(sentence).ConfigureAwait(false);
        return 1;
    }
}
