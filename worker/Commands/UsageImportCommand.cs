using System;
using System.Collections.Generic;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using CrmAddon.Worker.Connecting;
using CrmAddon.Worker.Settings;
using CrmAddon.Worker.Usage;
using CrmAddon.Worker.Usage.Focus;
using Microsoft.Xrm.Sdk;

namespace CrmAddon.Worker.Commands;

/// <summary>The verb <c>usage import FILE...</c>: brings files into the CRM, one after the other.</summary>
internal static class UsageImportCommand
{
    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("file")
        {
            Description = "FOCUS files, CSV or Parquet, version 1.0 to 1.2, in the order in which they are imported.",
            Arity = ArgumentArity.OneOrMore,
        }.AcceptExistingOnly();
        var currency = new Option<string?>("--currency") { Description = "The program's currency, such as USD; rows in another one are set aside. Without it that of the environment variable cov_UsageCurrency." };
        var delta = new Option<bool>("--delta") { Description = "The files hold corrections only, to be added to what is stored of their billing periods." };
        Option<CostMeasure> measure = MeasureOption.Create();
        Option<Dictionary<FocusColumn, string>> assume = AssumeOption.Create();
        var rejects = new Option<FileInfo?>("--rejects") { Description = "Write the rows that are set aside to this CSV file; for one file." };

        var import = new Command("import", "Brings files into the CRM; the same file again changes nothing.") { files, currency, delta, measure, assume, rejects };
        var crm = new CrmOptions(import);
        import.Validators.Add(result =>
        {
            if (result.GetValue(rejects) is not null && result.GetValue(files) is { Length: > 1 })
                result.AddError("--rejects takes the rows of one file: import the files one by one.");
        });
        import.SetAction((parsed, stop) => Failures.GuardAsync(parsed.InvocationConfiguration, () =>
        {
            using var client = crm.Open(parsed);
            var settings = WorkerSettings.Read(client, null);
            if ((parsed.GetValue(currency) ?? settings.UsageCurrency) is not { } wanted)
            {
                parsed.InvocationConfiguration.Error.WriteLine("The currency is not named: give --currency, or set the environment variable cov_UsageCurrency in the CRM.");
                return Task.FromResult(Failures.Exit);
            }

            var options = new UsageImportOptions
            {
                Currency = wanted,
                IsDelta = parsed.GetValue(delta),
                Measure = parsed.GetResult(measure) is { Implicit: false } ? parsed.GetValue(measure) : settings.UsageMeasure,
                Assumed = parsed.GetValue(assume)!,
                RejectsFile = parsed.GetValue(rejects)?.FullName,
            };
            return Task.FromResult(Import(client, parsed.GetRequiredValue(files), options, parsed.InvocationConfiguration, stop));
        }));
        return import;
    }

    // A file that can't be read keeps no other from being imported; the exit code tells the worst.
    private static int Import(
        IOrganizationService service, IReadOnlyCollection<FileInfo> files, UsageImportOptions options, InvocationConfiguration console, CancellationToken stop) =>
        files.Select(file => Import(service, file, options, console, stop)).ToList().Max();

    private static int Import(IOrganizationService service, FileInfo file, UsageImportOptions options, InvocationConfiguration console, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            var result = UsageImport.Run(service, file.FullName, options);
            console.Output.WriteLine(file.Name + ":");
            UsageImportAccount.Write(result, console.Output);
            return result.RowsRefused == 0 ? 0 : 1;
        }
        catch (Exception e) when (e is UsageFileException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{file.Name}: {e.Message}");
            return Failures.Exit;
        }
        catch (Exception e) when (Failures.Reason(e) is not null)
        {
            console.Error.WriteLine($"{file.Name} is not imported to its end; the same command again completes it.");
            throw;
        }
    }
}
