using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace CrmAddon.Rules;

/// <summary>
/// A sentence with places for the values of a step: <c>{name}</c> as the value stands, <c>{name:format}</c> as
/// <see cref="Writing"/> writes it.
/// </summary>
internal sealed class SentenceTemplate
{
    private readonly (string Before, string Name, string Format)[] places;
    private readonly string rest;

    private SentenceTemplate(string text, (string, string, string)[] places, string rest)
    {
        Text = text;
        this.places = places;
        this.rest = rest;
    }

    public string Text { get; }

    /// <summary>The names of the values that it wants.</summary>
    public IEnumerable<string> Names => places.Select(place => place.Name);

    public static SentenceTemplate Parse(string text)
    {
        var places = new List<(string, string, string)>();
        var position = 0;
        while (text.IndexOf('{', position) is >= 0 and var open)
        {
            var close = text.IndexOf('}', open);
            var place = text.Substring(open + 1, close - open - 1);
            var colon = place.IndexOf(':');
            places.Add((
                text.Substring(position, open - position),
                colon < 0 ? place : place.Substring(0, colon),
                colon < 0 ? "" : place.Substring(colon + 1)));
            position = close + 1;
        }
        return new SentenceTemplate(text, [.. places], text.Substring(position));
    }

    /// <summary>The sentence with the values in their places; a question mark where a value is not there.</summary>
    public string Fill(Language language, IReadOnlyDictionary<string, string> values)
    {
        if (places.Length == 0)
            return rest;
        var sentence = new StringBuilder();
        foreach (var (before, name, format) in places)
        {
            sentence.Append(before);
            sentence.Append(values.TryGetValue(name, out var value) ? Write(language, name, format, value, values) : "?");
        }
        return sentence.Append(rest).ToString();
    }

    private static string Write(
        Language language, string name, string format, string value, IReadOnlyDictionary<string, string> values) => format switch
        {
            "" => value,
            "word" => language.Word(value),
            "fact" => FactNames.Write(language, "fact.", value),
            "the" => FactNames.Write(language, "the.", value),
            "sentence" => InnerSentence.Write(language, name, value, values),
            "value" => values.TryGetValue("type", out var type) ? language.Writing.Write(value, type) : value,
            "names" => language.Writing.Names(value),
            "period" => PeriodText.Write(language, value),
            _ => language.Writing.Write(value, format),
        };
}
