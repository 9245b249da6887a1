using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;

namespace CrmAddon.EndToEnd.Tests;

/// <summary>The main job as a process of its own, in a folder of its own, as a person starts it.</summary>
public sealed class TrialProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("crmaddon-");

    public string Folder => folder.FullName;

    public string Database => Path.Combine(Folder, "trial.db");

    public string Mails => Path.Combine(Folder, "mails");

    /// <summary>A pipeline file with some deals of the sample: every so-manyth line, so that all stages and the registered and shared deals occur.</summary>
    public string Deals(int every)
    {
        string[] lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "samples", "crm", "sales_pipeline.csv"));
        return Write("deals.csv", lines.Where((_, at) => at % every == 0 || at == 0));
    }

    public string Write(string name, IEnumerable<string> lines)
    {
        string path = Path.Combine(Folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    /// <summary>The names of the delivered mails; each name says recipient and subject.</summary>
    public string[] MailFiles() => [.. Directory.GetFiles(Mails).Select(file => Path.GetFileName(file))];

    /// <summary>Runs to the end.</summary>
    public TrialOutcome Run(params string[] arguments) => Run(killAfter: null, arguments);

    /// <summary>Runs, and kills the process after a while if it still runs then.</summary>
    public TrialOutcome Run(TimeSpan? killAfter, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (string argument in (string[])[Path.Combine(AppContext.BaseDirectory, "CrmAddon.Local.dll"), "--db", Database, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(line.Data);
        process.ErrorDataReceived += (_, line) => Append(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        bool ended = process.WaitForExit(killAfter ?? Patience);
        if (!ended)
        {
            process.Kill(entireProcessTree: true);
        }

        process.WaitForExit();
        return !ended && killAfter is null
            ? throw new TimeoutException($"The main job did not end within {Patience}:\n{output}")
            : new TrialOutcome(ended ? process.ExitCode : null, output.ToString());

        void Append(string? line)
        {
            lock (output)
            {
                output.AppendLine(line);
            }
        }
    }

    public void Dispose()
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner may hold a file for a moment; the system cleans its temporary folder.
        }
    }
}

/// <summary>How a run ended.</summary>
/// <param name="ExitCode">Null when it was killed.</param>
/// <param name="Output">What it said.</param>
public sealed record TrialOutcome(int? ExitCode, string Output);
