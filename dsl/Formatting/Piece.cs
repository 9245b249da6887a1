using System.Collections.Generic;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>A token as it is to be written, with what stands before it.</summary>
/// <param name="Text">The token, in the language's one wording.</param>
/// <param name="IsTight">Whether it follows the piece before it without a blank.</param>
/// <param name="Before">Comments and empty lines before it.</param>
/// <param name="Token">The token in the text.</param>
/// <param name="LineIndent">Blanks before the first token of its line in the text.</param>
internal sealed record Piece(string Text, bool IsTight, Gap Before, int Token, int LineIndent)
{
    /// <summary>All tokens of a text as pieces, the end of the text as the last one.</summary>
    public static IReadOnlyList<Piece> All(string text, TokenPlaces places, ProgramSyntax syntax)
    {
        var wording = new Wording(places, syntax);
        var signs = Signs.Of(places, syntax);
        var pieces = new List<Piece>();
        var (end, lineIndent, follows) = (0, 0, true);
        for (var index = 0; index < places.Tokens.Count; index++)
        {
            var token = places.Tokens[index];
            // A token that is left out has no comment before it.
            var before = Gap.Read(text, end, token.Range.Offset);
            end = token.Range.Offset + token.Range.Length;
            lineIndent = token.StartsLine ? token.Range.StartColumn - 1 : lineIndent;
            if (wording.LeftOut.Contains(index))
                continue;
            if (wording.CommaBefore.Contains(index))
                pieces.Add(new Piece(",", true, Gap.Empty, index, lineIndent));
            var isTight = follows || FollowsTightly(token);
            pieces.Add(new Piece(wording.Of(index), isTight, before, index, lineIndent));
            follows = signs.Contains(index) || token.Is("(") || token.Is(".");
        }
        return pieces;
    }

    private static bool FollowsTightly(Token token) => token.Is(",") || token.Is(".") || token.Is(")") || token.Is(":");
}
