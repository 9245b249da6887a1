using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Proposes what could be typed: what the grammar could read at the caret, with the names and fields that exist.</summary>
internal sealed class Completer
{
    // No rule that the checker accepts is as long; each proposal reads it again.
    private const int MostTokens = 10_000;

    private readonly Caret caret;
    private readonly IReadOnlyList<Token> before;
    private IReadOnlyList<Token> read;
    private readonly bool isPiece;
    private readonly List<CompletionItem> items = [];
    private readonly HashSet<string> seen = [];

    private Completer(Caret caret)
    {
        this.caret = caret;
        isPiece = caret.RuleStart >= 0;
        var start = Math.Max(0, caret.RuleStart);
        before = caret.Reading.Slice(start, caret.Before);
        read = before;
    }

    public static IReadOnlyList<CompletionItem> Complete(DocumentReading reading, int offset) =>
        Caret.At(reading, offset) is { } caret && caret.RuleEnd - caret.RuleStart <= MostTokens ? new Completer(caret).All() : [];

    private List<CompletionItem> All()
    {
        var offers = Probe.After(read, isPiece);
        if (offers.Count == 0 && isPiece)
        {
            read = Probe.WithoutMistake(before);
            offers = Probe.After(read, isPiece);
        }
        // What has no value of its own to be tested by is compared first.
        if (offers.Any(offer => offer is { Noun: Nouns.Comparison, ComparedWith: NameExpression or UsageExpression }))
            offers = [.. offers.Where(offer => offer.Noun == Nouns.Comparison || offer.Noun!.EndsWith("over'", StringComparison.Ordinal))];
        // At the margin a new rule begins; further in, a clause of the one above.
        var atMargin = caret.Range.StartColumn == 1;
        var rules = MayBeginRule(atMargin) ? RuleStarters.For(caret) : [];
        if (atMargin)
            AddRange(rules);
        var names = new NameOffers(caret, before);
        foreach (var offer in offers)
            AddRange(names.For(offer));
        foreach (var offer in caret.InQuotes ? [] : offers)
            AddWords(offer);
        AddRange(rules);
        // Where a comma may be left out, it is written.
        items.RemoveAll(item => items.Any(other => other.Label == ", " + item.Label));
        return items;
    }

    private bool MayBeginRule(bool atMargin) =>
        caret.StartsLine && !caret.InQuotes && (atMargin || (caret.Typed.Length > 0 && (!isPiece || Probe.IsWhole(before))));

    private void AddWords(TokenReading offer)
    {
        var words = OfferedWords.Of(offer.Noun!);
        var accepted = OfferedWords.IsClause(offer.Noun!)
            ? ClauseChoice.Among(words, before, caret)
            : WordChoice.Among(words, offer, before, caret);
        foreach (var word in accepted)
        {
            foreach (var phrase in Phrases.From(read, isPiece, word))
            {
                if (phrase.Trim(',', ' ', '.', ':').Length > 0 && ClauseChoice.Allows(phrase, before))
                    Add(Keyword(phrase, word));
            }
        }
    }

    private CompletionItem Keyword(string phrase, string word)
    {
        var comma = phrase.StartsWith(",", StringComparison.Ordinal);
        return new CompletionItem
        {
            Label = phrase,
            Kind = CompletionKind.Keyword,
            InsertText = phrase,
            Range = comma && caret.Typed.Length == 0 ? UpToTheLastWord() : caret.Range,
            Documentation = KeywordMeanings.Of(before.Count > 0 ? before[0].Text : "program", comma ? phrase.Trim(',', ' ').Split(' ')[0] : word),
        };
    }

    // A comma follows the word before it without a blank.
    private TextRange UpToTheLastWord()
    {
        if (before.Count == 0 || before[before.Count - 1].Range.EndLine != caret.Range.StartLine)
            return caret.Range;
        var end = before[before.Count - 1].Range.Offset + before[before.Count - 1].Range.Length;
        return caret.Reading.Lines.Range(end, caret.Range.Offset - end);
    }

    private void AddRange(IEnumerable<CompletionItem> more)
    {
        foreach (var item in more)
            Add(item);
    }

    private void Add(CompletionItem item)
    {
        if (Matching.Matches(caret.Typed, item.Label) && seen.Add(item.Label))
            items.Add(item);
    }
}
