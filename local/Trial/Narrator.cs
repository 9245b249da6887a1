using System;
using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace CrmAddon.Local.Trial;

/// <summary>
/// Says what the trial does while it does it: a heading for each step, a line at least every two seconds on anything longer,
/// and what came of it. Plain lines, so that a terminal, a log and a person with a screen reader see the same.
/// </summary>
public sealed class Narrator
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(2);

    private readonly IAnsiConsole console;
    private readonly Stopwatch sinceStart = Stopwatch.StartNew();
    private Stopwatch sinceStep = Stopwatch.StartNew();
    private TimeSpan lastBeat;
    private int step;

    /// <summary>Talks to a console.</summary>
    public Narrator(IAnsiConsole console) => this.console = console;

    /// <summary>The console, for tables and charts.</summary>
    public IAnsiConsole Console => console;

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
        console.WriteLine();
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step}. {title}"), new Style(decoration: Decoration.Bold));
    }

    /// <summary>Says a sentence about the step.</summary>
    public void Say(string text) => console.WriteLine("   " + text);

    /// <summary>Says a sentence that wants attention.</summary>
    public void Warn(string text) => console.WriteLine("   " + text, new Style(Color.Yellow));

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
}
