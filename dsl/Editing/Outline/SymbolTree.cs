using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>The outline of a text: its rules and their clauses, also where a rule can't be read to its end.</summary>
internal static class SymbolTree
{
    private const int LongestLabel = 60;

    public static IReadOnlyList<DocumentSymbol> Of(DocumentReading reading)
    {
        var symbols = new List<DocumentSymbol>();
        var clause = 0;
        foreach (var rule in reading.Log.Rules.Where(rule => ReservedWords.Kinds.Contains(rule.Kind)))
            symbols.Add(OfRule(reading, rule, ref clause));
        return symbols;
    }

    // Rules and clauses come in the order of the text: one walk over both.
    private static DocumentSymbol OfRule(DocumentReading reading, RulePlace rule, ref int clause)
    {
        var clauses = reading.Log.Clauses;
        var children = new List<DocumentSymbol>();
        while (clause < clauses.Count && clauses[clause].Start < rule.End)
        {
            var start = clauses[clause++].Start;
            var range = Range(reading, start, clause < clauses.Count ? Math.Min(rule.End, clauses[clause].Start) : rule.End);
            children.Add(new DocumentSymbol(Label(reading, range), "clause", range, reading.Tokens[start].Range, []));
        }
        var name = NameOf(reading, rule);
        return new DocumentSymbol(name.Text, rule.Kind, Range(reading, rule.Start, rule.End), name.Range, children);
    }

    private static (string Text, TextRange Range) NameOf(DocumentReading reading, RulePlace rule)
    {
        var first = reading.Tokens[rule.Start];
        if (rule.Start + 1 >= rule.End || rule.Kind == "churn")
            return (rule.Kind, first.Range);
        var next = reading.Tokens[rule.Start + 1];
        if (rule.Kind == "role")
        {
            var roles = Range(reading, rule.Start + 1, rule.End);
            return (Label(reading, roles), next.Range);
        }
        if (rule.Kind != "field")
            return (next.Text.Trim().Length == 0 ? rule.Kind : next.Text.Shortened(), next.Range);
        var path = reading.PathAt(rule.Start + 1);
        return (reading.PathText(path).Shortened(), next.Range.To(reading.Tokens[path.Last].Range));
    }

    private static TextRange Range(DocumentReading reading, int start, int end) =>
        reading.Tokens[start].Range.To(reading.Tokens[end - 1].Range);

    private static string Label(DocumentReading reading, TextRange range)
    {
        var text = reading.Context.Slice(range);
        return text.Length <= LongestLabel ? text : text.Shortened();
    }
}
