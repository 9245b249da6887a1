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
    public static void Rate(string what, long count, Cost took, Cost bare, double? wanted = null)
    {
        var rate = count / took.Wall.TotalSeconds;
        Line($"{what,-54} {rate,10:N0} a second, {count / took.Cpu.TotalSeconds,8:N0} a CPU second{Wanted(wanted is null ? null : rate >= wanted, $"{wanted:N0}")}   bare SQLite {count / bare.Wall.TotalSeconds,10:N0} and {count / bare.Cpu.TotalSeconds,8:N0}, {took.Cpu / bare.Cpu:N1} times as fast");
    }

    /// <summary>Milliseconds; the fewer the better.</summary>
    public static void Time(string what, Cost took, Cost bare, double? wanted = null) => Line(
        $"{what,-54} {took.Wall.TotalMilliseconds,10:N1} ms, {took.Cpu.TotalMilliseconds,8:N1} ms of CPU{Wanted(wanted is null ? null : took.Wall.TotalMilliseconds <= wanted, $"{wanted:N0} ms")}   bare SQLite {bare.Wall.TotalMilliseconds,8:N1} and {bare.Cpu.TotalMilliseconds,8:N1}, {took.Cpu / bare.Cpu:N1} times as fast");

    /// <summary>Milliseconds of what bare SQLite has no word for.</summary>
    public static void Time(string what, Cost took) =>
        Line($"{what,-54} {took.Wall.TotalMilliseconds,10:N1} ms, {took.Cpu.TotalMilliseconds,8:N1} ms of CPU");

    /// <summary>Milliseconds of a whole process.</summary>
    public static void Time(string what, TimeSpan took, double wanted) =>
        Line($"{what,-54} {took.TotalMilliseconds,10:N1} ms{Wanted(took.TotalMilliseconds <= wanted, $"{wanted:N0} ms")}");

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

    /// <summary>What a piece of work costs: time that passes, and the time of all processors that this process got.</summary>
    public static Cost Measure(Action work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var watch = Stopwatch.StartNew();
        work();
        watch.Stop();
        process.Refresh();
        return new Cost(watch.Elapsed, process.TotalProcessorTime - before);
    }

    /// <summary>The middle one of several runs, after one that warms up.</summary>
    public static Cost Median(Action work, int runs = 11)
    {
        work();
        var costs = Enumerable.Range(0, runs).Select(_ => Measure(work)).ToList();
        return new Cost(costs.Select(c => c.Wall).Order().ElementAt(runs / 2), costs.Select(c => c.Cpu).Order().ElementAt(runs / 2));
    }

    private static string Wanted(bool? met, string figure) => met is null ? string.Empty : met.Value ? $" (asked: {figure})" : $" (asked: {figure}, MISSED)";

    private static string Processor()
    {
        const string Info = "/proc/cpuinfo";
        var line = File.Exists(Info) ? File.ReadLines(Info).FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}

/// <summary>The time that a piece of work took, and the processors' time in it, which says more on a busy machine.</summary>
internal readonly record struct Cost(TimeSpan Wall, TimeSpan Cpu);
