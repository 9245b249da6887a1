using System;

namespace CrmAddon.Rules.Text;

/// <summary>What a token is.</summary>
internal enum TokenKind
{
    Word,
    Text,
    Number,
    Percent,
    Date,
    Month,
    Symbol,
    End,
}

/// <summary>A word, literal or symbol of the program text.</summary>
internal sealed class Token(TokenKind kind, string text, TextRange range, bool startsLine)
{
    public TokenKind Kind { get; } = kind;

    /// <summary>The word or symbol itself; the content of a quoted text without its quotes.</summary>
    public string Text { get; } = text;

    public TextRange Range { get; } = range;

    /// <summary>Whether it is the first token of its line; only recovery after an error looks at this.</summary>
    public bool StartsLine { get; } = startsLine;

    /// <summary>Whether characters without a meaning stand before it, which have been reported.</summary>
    public bool IsAfterStray { get; init; }

    /// <summary>The number; a percentage as a rate (0.15 for 15%).</summary>
    public decimal Number { get; init; }

    /// <summary>The day of a date; the first day of a month.</summary>
    public DateTime Day { get; init; }

    public bool Is(string symbolOrWord) =>
        Kind is TokenKind.Word or TokenKind.Symbol && string.Equals(Text, symbolOrWord, StringComparison.Ordinal);

    /// <summary>The token as an error message names it.</summary>
    public string Described => Kind switch
    {
        TokenKind.End => "the end of the text",
        TokenKind.Text => "the text \"" + Text.Shortened() + "\"",
        TokenKind.Word or TokenKind.Symbol => "'" + Text.Shortened() + "'",
        TokenKind.Number => "the number " + Text.Shortened(),
        TokenKind.Percent => "the percentage " + Text.Shortened(),
        _ => "the date " + Text,
    };
}
