using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>Finds the tokens that a piece of syntax is made of.</summary>
internal sealed class TokenPlaces(string text, IReadOnlyList<Token> tokens)
{
    private readonly Dictionary<int, int> byOffset = tokens.Select((token, index) => (token, index))
        .ToDictionary(pair => pair.token.Range.Offset, pair => pair.index);

    public IReadOnlyList<Token> Tokens { get; } = tokens;

    /// <summary>The token that a range begins with.</summary>
    public int At(TextRange range) => byOffset[range.Offset];

    /// <summary>Whether a comment stands between a token and the one before.</summary>
    public bool HasCommentBefore(int index)
    {
        var end = index == 0 ? 0 : Tokens[index - 1].Range.Offset + Tokens[index - 1].Range.Length;
        return text.IndexOf('#', end, Tokens[index].Range.Offset - end) >= 0;
    }

    public int First(Clause clause) => At(clause.Range);

    /// <summary>All tokens of a clause.</summary>
    public IEnumerable<int> Within(Clause clause) => Within(clause.Range);

    /// <summary>All tokens of a range.</summary>
    public IEnumerable<int> Within(TextRange range)
    {
        for (var index = At(range); index < Tokens.Count - 1 && Tokens[index].Range.Offset < range.Offset + range.Length; index++)
            yield return index;
    }
}
