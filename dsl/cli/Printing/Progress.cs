using System.Diagnostics;

namespace CrmAddon.Rules.Cli.Printing;

/// <summary>Says how far a long job is, once it takes longer than two seconds; only where a person looks on.</summary>
/// <param name="screen">Where it is said.</param>
/// <param name="noun">What is counted.</param>
internal sealed class Progress(Screen screen, string noun)
{
    private const long Patience = 2_000;
    private const long Pace = 200;

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private long said;
    private long count;

    /// <summary>One more is done.</summary>
    public void Next()
    {
        count++;
        if (!screen.IsInteractive || watch.ElapsedMilliseconds < said + Pace || watch.ElapsedMilliseconds < Patience)
            return;
        said = watch.ElapsedMilliseconds;
        screen.Writer.Write($"\r{Count.Of(count, noun)} so far");
        screen.Writer.Flush();
    }

    /// <summary>Makes room for other lines.</summary>
    public void Clear()
    {
        if (said == 0)
            return;
        screen.Writer.Write("\r" + new string(' ', 40) + "\r");
        screen.Writer.Flush();
    }
}
