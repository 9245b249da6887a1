using System;
using System.Collections.Generic;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>A place in the tokens, as Sprache's combinators want their input.</summary>
internal sealed class TokenInput(TokenStream stream, int position) : IInput
{
    public TokenStream Stream { get; } = stream;

    public int Position { get; } = position;

    public Token Token => Stream.Tokens[Position];

    public Token Next => Stream.Tokens[Math.Min(Position + 1, Stream.Tokens.Count - 1)];

    /// <summary>The token after the next.</summary>
    public Token Second => Stream.Tokens[Math.Min(Position + 2, Stream.Tokens.Count - 1)];

    public string Source => "";

    public char Current => Token.Text.Length > 0 ? Token.Text[0] : '\0';

    public bool AtEnd => Token.Kind == TokenKind.End;

    public int Line => Token.Range.StartLine;

    public int Column => Token.Range.StartColumn;

    public IDictionary<object, object> Memos { get; } = NoMemos;

    private static readonly IDictionary<object, object> NoMemos =
        new System.Collections.ObjectModel.ReadOnlyDictionary<object, object>(new Dictionary<object, object>());

    /// <summary>Whether an editor asks what could stand here; then whatever is optional is tried too.</summary>
    public bool IsProbed => Stream.Log?.Probe == Position;

    /// <summary>Whether the token is this one and an editor asks what could stand after it.</summary>
    public bool IsBeforeProbe(string word) => Stream.Log?.Probe == Position + 1 && Token.Is(word);

    /// <summary>Tells an editor that asks of words that could stand here, where no combinator does.</summary>
    public void Offer(params string[] words)
    {
        if (!IsProbed)
            return;
        foreach (var word in words)
            Stream.Log!.Offer("'" + word + "'", Stream.ComparedWith);
    }

    /// <summary>The same for what a noun describes.</summary>
    public void OfferNoun(string noun)
    {
        if (IsProbed)
            Stream.Log!.Offer(noun, Stream.ComparedWith);
    }

    public IInput Advance() => AtEnd ? this : Stream.At(Position + 1);

    public bool Equals(IInput other) => other is TokenInput input && input.Stream == Stream && input.Position == Position;

    public override bool Equals(object obj) => obj is IInput other && Equals(other);

    public override int GetHashCode() => Position;
}
