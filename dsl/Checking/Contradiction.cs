using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking.Situations;
using CrmAddon.Rules.Evaluation;

namespace CrmAddon.Rules.Checking;

/// <summary>The tests of a condition that exclude each other, as few of them as do.</summary>
internal static class Contradiction
{
    // A longer list explains nothing.
    private const int Most = 3;

    /// <summary>The texts of the tests; empty where they can't be told in a few.</summary>
    public static IReadOnlyList<string> Of(CaseFinder finder, EffectivePeriod period, params Condition?[] conditions)
    {
        var parts = conditions.OfType<Condition>().SelectMany(Parts).ToList();
        var time = finder.World.In(period);
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            var without = parts.Where((_, j) => j != i).ToList();
            if (!finder.MayHold([time, .. without.Select(finder.World.Holds)]))
                parts = without;
        }
        string[] told = [.. parts.Select(Text).OfType<string>()];
        return told.Length == parts.Count && told.Length <= Most ? told : [];
    }

    private static IEnumerable<Condition> Parts(Condition condition) => 
        // Where what is unknown counts as no, each part must come out yes by itself.
        condition is AllOf or IfUnknown { Yes: false } ? condition.Inner.SelectMany(Parts) : [condition];

    private static string? Text(Condition condition) => condition switch
    {
        Test test => test.Text,
        Negated { Inner: var inner } when inner.Single() is Test test => "not " + test.Text,
        IfUnknown or Running => Text(condition.Inner.Single()),
        _ => null,
    };
}
