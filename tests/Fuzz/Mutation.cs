using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Text;

namespace CrmAddon.Fuzz;

/// <summary>Makes a text out of others: by characters, by tokens, by lines.</summary>
internal sealed class Mutation(Random random, IReadOnlyList<string> programs)
{
    private const int MostGrown = 2000;

    private readonly List<string> grown = [];

    private static readonly string[] Pieces =
    [
        "\"", "#", "(", ")", ",", ".", "-", "%", "0", "9", "\n", "\r\n", "\t", " ", "\0", "\u202e", "\u200b", "\ud800", "\udc00", "\ufeff", "é", "日本",
        "and", "or", "not", "is", "known", "missing", "one of", "if unknown no", "for 2 months running", "999,999,999,999,999", "0.0000000001",
        "-1", "2026-02-30", "2999-12-31", "1900-01-01", "60 months", "3650 days", "100%", "0%", "USD", "usage", "deal.amount", "expect conflict",
        "when", "effective from 2026-01-01", "role", "credit \"A\"", "commission \"A\"", "every year", "across customers", "per product",
    ];

    public string Next()
    {
        var text = Pick();
        for (var times = 1 + random.Next(random.Next(1, 6)); times > 0; times--)
            text = Once(text);
        return text.Length > 1_100_000 ? text[..1_100_000] : text;
    }

    /// <summary>Keeps a text that could be read, to make others of it.</summary>
    public void Keep(string text)
    {
        if (text.Length > 20_000)
            return;
        if (grown.Count < MostGrown)
            grown.Add(text);
        else
            grown[random.Next(MostGrown)] = text;
    }

    private string Once(string text) => random.Next(20) switch
    {
        0 => Replace(text, Place(text), random.Next(4), ""),
        1 => Replace(text, Place(text), 0, Pieces[random.Next(Pieces.Length)]),
        2 => Replace(text, Place(text), 1, ((char)random.Next(random.Next(2) == 0 ? 128 : 65536)).ToString()),
        3 => Replace(text, Place(text), 0, string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)] + " ", 1 << random.Next(14)))),
        4 => Crossed(text, Pick()),
        5 => Lines(text),
        _ => Tokens(text),
    };

    private string Pick() => grown.Count > 0 && random.Next(2) == 0 ? grown[random.Next(grown.Count)] : programs[random.Next(programs.Count)];

    private int Place(string text) => random.Next(text.Length + 1);

    private static string Replace(string text, int place, int length, string put) =>
        text[..place] + put + text[Math.Min(text.Length, place + length)..];

    private string Crossed(string one, string other) => one[..Place(one)] + other[Place(other)..];

    private string Lines(string text)
    {
        var lines = text.Split('\n').ToList();
        var from = random.Next(lines.Count);
        var moved = lines[from];
        if (random.Next(2) == 0)
            lines.RemoveAt(from);
        lines.Insert(random.Next(lines.Count + 1), moved);
        return string.Join('\n', lines);
    }

    // One token is left out, doubled, moved, or taken from another program.
    private string Tokens(string text)
    {
        var tokens = Cut(text);
        if (tokens.Count == 0)
            return text;
        var place = random.Next(tokens.Count);
        switch (random.Next(10))
        {
            case 0:
                tokens.RemoveAt(place);
                break;
            case 1:
                tokens.Insert(place, tokens[place]);
                break;
            case 2:
                var other = random.Next(tokens.Count);
                (tokens[place], tokens[other]) = (tokens[other], tokens[place]);
                break;
            case 3:
                var end = random.Next(place, Math.Min(tokens.Count, place + 12));
                tokens.InsertRange(random.Next(tokens.Count + 1), tokens.GetRange(place, end - place));
                break;
            default:
                // One of its own sort keeps most texts readable.
                var source = Cut(Pick()).Where(token => Sort(token) == Sort(tokens[place])).ToArray();
                if (source.Length > 0)
                    tokens[place] = source[random.Next(source.Length)];
                break;
        }
        var joined = new StringBuilder();
        foreach (var token in tokens)
            joined.Append(token);
        return joined.ToString();
    }

    private static char Sort(string token) => token[0] switch
    {
        >= '0' and <= '9' => token.Contains('%', StringComparison.Ordinal) ? '%' : '0',
        '"' => '"',
        var first => char.IsLetter(first) ? 'a' : '.',
    };

    // Each token with the blanks and comments behind it.
    private static List<string> Cut(string text)
    {
        var tokens = Lexer.Read(text, new DiagnosticBag());
        var cut = new List<string>();
        for (var i = 0; i + 1 < tokens.Count; i++)
            cut.Add(text[tokens[i].Range.Offset..tokens[i + 1].Range.Offset]);
        return cut;
    }
}
