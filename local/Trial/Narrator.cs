using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using Spectre.Console;

namespace CrmAddon.Local.Trial;

/// <summary>
/// Says what the trial does while it does it: a heading for each step, a line at least every two seconds on anything longer,
/// and what came of it. Plain lines that are never folded, so that a terminal, a log and a script see the same.
/// </summary>
public sealed class Narrator
{
    private const int WidthOfALog = 160;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly TextWriter writer;
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private Stopwatch sinceStep = Stopwatch.StartNew();
    private TimeSpan lastBeat;
    private int step;

    /// <summary>Talks to a console.</summary>
    public Narrator(IAnsiConsole console)
    {
        Console = console;
        writer = console.Profile.Out.Writer;
        if (!console.Profile.Out.IsTerminal)
        {
            console.Profile.Width = WidthOfALog;
        }
    }

    /// <summary>The console, for tables.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>How long the run has taken so far.</summary>
    public TimeSpan Elapsed => sinceStart.Elapsed;

    /// <summary>How long the step has taken so far.</summary>
    public TimeSpan StepElapsed => sinceStep.Elapsed;

    /// <summary>Begins a step.</summary>
    public void Step(string title)
    {
        step++;
        sinceStep = Stopwatch.StartNew();
        lastBeat = TimeSpan.Zero;
        Heading(string.Create(CultureInfo.InvariantCulture, $"{step}. {title}"));
    }

    /// <summary>Says something under an empty line, in bold where the terminal can.</summary>
    public void Heading(string text)
    {
        writer.WriteLine();
        Styled(text, "\u001b[1m");
    }

    /// <summary>Says a sentence about the step.</summary>
    public void Say(string text) => writer.WriteLine("   " + text);

    /// <summary>Says a sentence that wants attention.</summary>
    public void Warn(string text) => Styled("   " + text, "\u001b[33m");

    /// <summary>Says text as it is.</summary>
    public void Raw(string text) => writer.WriteLine(text);

    /// <summary>Says how far a long step has come, at most every two seconds.</summary>
    public void Progress(long done, long? of, string what)
    {
        if (sinceStep.Elapsed - lastBeat < Beat)
        {
            return;
        }

        lastBeat = sinceStep.Elapsed;
        string total = of is { } all ? string.Create(CultureInfo.InvariantCulture, $" of {all:N0}") : "";
        double rate = done / sinceStep.Elapsed.TotalSeconds;
        Say(string.Create(CultureInfo.InvariantCulture, $"... {done:N0}{total} {what}, {rate:N0} a second"));
    }

    private void Styled(string text, string style) =>
        writer.WriteLine(Console.Profile.Capabilities.Ansi && Console.Profile.Out.IsTerminal ? style + text + "\u001b[0m" : text);
}
