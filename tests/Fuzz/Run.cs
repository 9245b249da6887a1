using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Threading;
using CrmAddon.Rules.Tests.Generated;
using CrmAddon.Rules.Tests.Language;

namespace CrmAddon.Fuzz;

/// <summary>Runs texts for a while, each written to a file first, so that a text that ends the process is not lost.</summary>
internal sealed class Run(int seed)
{
    private const int SmallStack = 256 * 1024;
    private const int Generated = 300;
    private const string Running = "fuzz-running.rules";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly int[] reached = new int[3];
    private int found;
    private (TimeSpan Time, string Text) slowest;

    public bool For(TimeSpan length)
    {
        var random = new Random(seed);
        string[] corpus = [.. LanguageCase.All().Select(one => one.Program).Distinct(), .. Enumerable.Range(0, Generated).Select(_ => Program(random))];
        var mutation = new Mutation(random, corpus);
        Console.WriteLine($"seed {seed}, {corpus.Length} programs");
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        while (watch.Elapsed < length)
        {
            var text = mutation.Next();
            var unreadable = reached[(int)Reach.Unreadable];
            if (!TryOne(text, random))
                return false;
            if (reached[(int)Reach.Unreadable] == unreadable)
                mutation.Keep(text);
            if (watch.Elapsed - told < TimeSpan.FromMinutes(1))
                continue;
            told = watch.Elapsed;
            Tell(watch.Elapsed);
        }
        Tell(watch.Elapsed);
        Keep("fuzz-slowest.rules", slowest.Text);
        return found == 0;
    }

    private bool TryOne(string text, Random random)
    {
        Keep(Running, text);
        var began = Stopwatch.GetTimestamp();
        var thread = new Thread(() => Try(text, random), SmallStack);
        thread.Start();
        if (!thread.Join(Longest))
        {
            Console.WriteLine($"No end after {Longest.TotalMinutes} minutes: {Running}");
            Environment.Exit(1);
        }
        var took = Stopwatch.GetElapsedTime(began);
        if (took > slowest.Time)
            slowest = (took, text);
        return found < 20;
    }

    private void Try(string text, Random random)
    {
        try
        {
            reached[(int)Trial.Of(text, random)]++;
        }
#pragma warning disable CA1031 // Whatever it is, it is what this program looks for.
        catch (Exception e)
#pragma warning restore CA1031
        {
            var file = $"fuzz-found-{++found}.rules";
            Keep(file, text);
            Console.WriteLine($"{file}: {e}");
        }
    }

    private static string Program(Random random)
    {
        Choices Row(int count) => new([.. Enumerable.Range(0, count).Select(_ => (uint)random.Next())]);
        return RandomLayout.Of(new ProgramWriter(Row(600)).Write().Text, Row(2000), comments: random.Next(3) == 0);
    }

    // UTF-16 as it is, since half characters are among what is tried.
    private static void Keep(string file, string text) => File.WriteAllBytes(file, [0xFF, 0xFE, .. MemoryMarshal.AsBytes(text.AsSpan())]);

    private void Tell(TimeSpan elapsed) => Console.WriteLine(
        $"{elapsed:hh\\:mm\\:ss}: {reached.Sum():N0} texts, {reached[0]:N0} unreadable, {reached[1]:N0} readable, {reached[2]:N0} publishable; "
        + $"{found} findings; slowest {slowest.Time.TotalMilliseconds:N0} ms for {slowest.Text?.Length ?? 0:N0} characters");
}
