using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;
using System.Threading.Tasks;

namespace CrmAddon.Crash;

/// <summary>A child process under load, killed (SIGKILL) at a random time, and what it said it had stored.</summary>
internal static class Victim
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <returns>The lines that the child had said whole, and whether it had opened the file when it was killed.</returns>
    public static async Task<(List<string> Said, bool WasReady)> KillOne(string database, int seed)
    {
        var random = new Random(seed);
        using var process = Process.Start(Child(database, seed))!;
        var errors = process.StandardError.ReadToEndAsync();
        List<string> said = [];
        var ready = new TaskCompletionSource();
        var reading = Read(process, said, ready);

        // One in five dies while it starts: then it is recovering what the one before left.
        if (random.Next(5) == 0)
        {
            await Task.WhenAny(ready.Task, Task.Delay(random.Next(1000)));
        }
        else if (await Task.WhenAny(ready.Task, process.WaitForExitAsync(), Task.Delay(Longest)) != ready.Task)
        {
            process.Kill();
            throw new InvalidOperationException($"The child did not start: {await errors}");
        }
        else
        {
            await Task.Delay(random.Next(400));
        }

        var ended = process.HasExited;
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        return ended ? throw new InvalidOperationException($"The child ended by itself: {await errors}") : (said, ready.Task.IsCompleted);
    }

    /// <summary>This program once more, also where it runs as <c>dotnet CrmAddon.Crash.dll</c>.</summary>
    private static ProcessStartInfo Child(string database, int seed)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(Victim).Assembly.Location);
        }

        start.ArgumentList.Add("child");
        start.ArgumentList.Add(database);
        start.ArgumentList.Add(seed.ToString(CultureInfo.InvariantCulture));
        return start;
    }

    private static async Task Read(Process process, List<string> said, TaskCompletionSource ready)
    {
        // The last line may have been cut off by the kill.
        var text = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = await process.StandardOutput.ReadAsync(buffer)) > 0)
        {
            text.Append(buffer, 0, count);
            if (!ready.Task.IsCompleted && text.Length >= "ready\n".Length)
            {
                ready.TrySetResult();
            }
        }

        var whole = text.ToString();
        said.AddRange(whole[..(whole.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
