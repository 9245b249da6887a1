using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using CrmAddon.Local;
using Microsoft.Crm.Sdk.Messages;

namespace CrmAddon.Benchmarks.Local;

/// <summary>From nothing to the first answer, with the add-on's whole solution and its plug-ins: in a process of its own each time.</summary>
internal static class Starting
{
    public static void Measure(Place place)
    {
        var file = place.File("start.db");
        var first = Launch(file);
        var again = Enumerable.Range(0, 5).Select(_ => Launch(file)).Order().ElementAt(2);
        Report.Time("start with the full solution, new file (process)", first, wanted: 3000);
        Report.Time("start with the full solution, same file (process)", again, wanted: 3000);
    }

    /// <summary>What the process does: opens the file and asks who it is.</summary>
    public static void Open(string file)
    {
        var carried = AppContext.BaseDirectory;
        using var dataverse = LocalDataverse.Open(new LocalDataverseOptions
        {
            DatabasePath = file,
            SolutionFolders = [Path.Combine(carried, "base"), Path.Combine(carried, "solution")],
            PluginAssemblies = [Path.Combine(carried, "plugins", "CrmAddon.Plugins.dll")],
        });
        dataverse.CreateService().Execute(new WhoAmIRequest());
    }

    private static TimeSpan Launch(string file)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "local", "open", file },
            RedirectStandardOutput = true,
        })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException("The process that opens the file failed.");
        }

        return watch.Elapsed;
    }
}
