using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;

namespace CrmAddon.Benchmarks.Local;

/// <summary>What the benchmarks print: one line for each figure, what is asked for, and the bare rival beside it.</summary>
internal static class Report
{
    public static void Machine() => Line($"{Processor()}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}, .NET {Environment.Version}");

    /// <summary>Operations a second; the more the better.</summary>
    public static void Rate(string what, long count, TimeSpan took, TimeSpan bare, double? wanted = null)
    {
        var rate = count / took.TotalSeconds;
        Line($"{what,-52} {rate,10:N0} a second{Wanted(wanted is null ? null : rate >= wanted, $"{wanted:N0}")}   bare SQLite {count / bare.TotalSeconds,10:N0} a second, {took / bare:N1} times as fast");
    }

    /// <summary>Milliseconds; the fewer the better.</summary>
    public static void Time(string what, TimeSpan took, TimeSpan? bare = null, double? wanted = null)
    {
        var rival = bare is { } b ? string.Create(CultureInfo.InvariantCulture, $"   bare SQLite {b.TotalMilliseconds,8:N1} ms, {took / b:N1} times as fast") : string.Empty;
        Line($"{what,-52} {took.TotalMilliseconds,10:N1} ms      {Wanted(wanted is null ? null : took.TotalMilliseconds <= wanted, $"{wanted:N0} ms")}{rival}");
    }

    public static void Line(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    /// <summary>How far a long run is, on the terminal only.</summary>
    public static void Progress(string what, long done, long all)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{what}: {done:N0} of {all:N0}   "));
            if (done >= all)
            {
                Console.Error.Write("\r" + new string(' ', 70) + "\r");
            }
        }
    }

    public static TimeSpan Measure(Action work)
    {
        var watch = Stopwatch.StartNew();
        work();
        return watch.Elapsed;
    }

    /// <summary>The middle one of several runs, after one that warms up.</summary>
    public static TimeSpan Median(Action work, int runs = 11)
    {
        work();
        return Enumerable.Range(0, runs).Select(_ => Measure(work)).Order().ElementAt(runs / 2);
    }

    private static string Wanted(bool? met, string figure) => met is null ? string.Empty : met.Value ? $" (asked: {figure})" : $" (asked: {figure}, MISSED)";

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
