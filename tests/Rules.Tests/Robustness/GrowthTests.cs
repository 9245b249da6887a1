using System;
using System.Globalization;
using System.Linq;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Robustness;

/// <summary>
/// What a text costs grows with the text: twice the text takes about twice the memory to check and to format. Memory is counted, not time,
/// so that the test says the same on a busy machine.
/// </summary>
[TestClass]
public sealed class GrowthTests
{
    [TestMethod]
    [DataRow("comments")]
    [DataRow("empty lines")]
    [DataRow("roles")]
    [DataRow("conditions")]
    [DataRow("parentheses")]
    [DataRow("terms")]
    [DataRow("quotation marks")]
    [DataRow("words")]
    [DataRow("examples")]
    [DataRow("unknown names")]
    [DataRow("broken rules")]
    [DataRow("direction controls")]
    public void Twice_the_text_takes_twice_the_memory(string kind)
    {
        var (small, large) = (Text(kind, 1), Text(kind, 2));
        Measure(small);

        var (once, twice) = (Measure(small), Measure(large));

        Assert.IsTrue(twice < once * 2.6, string.Create(CultureInfo.InvariantCulture, $"{once:N0} bytes, {twice:N0} for twice the text"));
    }

    private static long Measure(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        RuleProgram.Check(text, Vocabulary.Standard);
        RuleFormatter.Format(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Text(string kind, int times)
    {
        const string header = "language 1 program \"x\" in USD role A, B\n";
        const string credit = "credit \"c\" for deals shares A 100% ";
        return header + kind switch
        {
            "comments" => credit + Repeat("# a comment\n", 20_000 * times),
            "empty lines" => credit + Repeat(" \n", 100_000 * times),
            "roles" => credit + Numbered(120 * times, i => $"role R{i}\n"),
            "conditions" => Numbered(100 * times, i =>
                $"commission \"{i}\" for A once when the deal is won, on amount rate 1% when deal.amount > {i}{Repeat(" or deal.amount > 5", 10)}\n"),
            "parentheses" => credit + "when " + Repeat("(", 50_000 * times) + "deal.amount > 1",
            "terms" => credit + "when deal.amount > 1" + Repeat(" + 1", 50_000 * times),
            "quotation marks" => Repeat("\"", 100_000 * times),
            "words" => Repeat("role credit churn ", 10_000 * times),
            "examples" => credit + Numbered(100 * times, i => $"example \"{i}\" given deal with amount {i} and Nimbus as A expect credit Nimbus {i}\n"),
            "unknown names" => credit + Numbered(100 * times, i => $"commission \"{i}\" for X{i} once when the deal is won, on amount rate 1% when deal.q{i} > 1\n"),
            "broken rules" => Repeat("credit \"c\" for for\n", 10_000 * times),
            _ => Repeat("\u202e", 100_000 * times),
        };
    }

    private static string Repeat(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static string Numbered(int count, Func<int, string> rule) => string.Concat(Enumerable.Range(1, count).Select(rule));
}
