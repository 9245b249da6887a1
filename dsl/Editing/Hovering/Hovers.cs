using System;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>What stands at a place: a name, a field, a step, a figure or a word of the language.</summary>
internal static class Hovers
{
    public static HoverText? At(DocumentReading reading, int offset, Lazy<CheckResult> check)
    {
        var token = reading.TokenAt(offset);
        if (token < 0)
            return null;
        if (reading.Names.At(offset) is { Kind: not "field" } place)
            return new HoverText(place.Range, NameHover.Of(reading, place, token, check));
        return reading.Tokens[token].Kind switch
        {
            TokenKind.Word or TokenKind.Symbol => OfField(reading, token) ?? OfFigure(reading, token) ?? OfWord(reading, token),
            TokenKind.Number or TokenKind.Percent => StepHover.At(reading, token),
            _ => null,
        };
    }

    private static HoverText? OfField(DocumentReading reading, int token)
    {
        var path = reading.PathAt(token);
        var reads = reading.Log[path.First];
        var name = reading.PathText(path);
        if (reads.Noun is not (Nouns.Field or Nouns.Value))
            return null;
        var field = reading.Vocabulary.TryFind(name);
        var range = reading.Tokens[path.First].Range.To(reading.Tokens[path.Last].Range);
        if (field is null && path.First == path.Last)
        {
            var example = reading.Slice(Math.Max(0, reading.RuleStart(token)), token);
            if (reads.ComparedWith is NameExpression compared)
                return OfChoice(reading, token, compared);
            field = example.Count > 0 && example[0].Is("example") ? ExampleFields.Find(reading.Vocabulary, example, name) : null;
        }
        return field is null ? null : new HoverText(range, $"`{field.Path}`: {FieldMeanings.TypeOf(field)}"
            + (FieldMeanings.Described(field) is { } described ? "\n\n" + described : ""));
    }

    private static HoverText? OfChoice(DocumentReading reading, int token, NameExpression compared)
    {
        var word = reading.Tokens[token];
        var example = reading.Slice(Math.Max(0, reading.RuleStart(token)), token);
        var field = compared.IsSingleWord
            ? ExampleFields.Find(reading.Vocabulary, example, compared.Path)
            : reading.Vocabulary.TryFind(compared.Path);
        if (field is { Type: FieldType.Choice } && field.Choices.Contains(word.Text))
            return new HoverText(word.Range, $"`{word.Text}`: a choice of `{field.Path}` ({string.Join(", ", field.Choices)})");
        return compared.IsSingleWord ? OfWord(reading, token) : null;
    }

    private static HoverText? OfFigure(DocumentReading reading, int token)
    {
        var words = reading.Tokens;
        var first = token;
        while (first > 0 && words[first].Text is "usage" or "growth" or "over" && words[first - 1].Text is "usage" or "growth" or "average" or "retention")
            first--;
        if (words[first].Text is not ("usage" or "average" or "retention") || words[first + 1].Is("."))
            return null;
        var last = first;
        while (words[last + 1].Text is "usage" or "growth" or "over")
            last++;
        var phrase = string.Join(" ", Enumerable.Range(first, last - first + 1).Select(i => words[i].Text));
        return KeywordMeanings.Figure(phrase) is { } meaning
            ? new HoverText(words[first].Range.To(words[last].Range), $"**{phrase}** {meaning}")
            : null;
    }

    private static HoverText? OfWord(DocumentReading reading, int token)
    {
        var word = reading.Tokens[token];
        var start = reading.RuleStart(token);
        var kind = start < 0 ? "program" : reading.Tokens[start].Text;
        return word.Kind == TokenKind.Word && KeywordMeanings.Of(token == start ? "" : kind, word.Text) is { } meaning
            ? new HoverText(word.Range, $"**{word.Text}** {meaning}")
            : null;
    }
}
