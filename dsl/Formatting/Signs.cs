using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Formatting;

/// <summary>Which minus signs are signs of a number, and not between two of them.</summary>
internal static class Signs
{
    /// <summary>The tokens that are signs. What stands before a minus between two numbers ends an operand.</summary>
    public static HashSet<int> Of(TokenPlaces places, ProgramSyntax syntax)
    {
        var signs = new HashSet<int>();
        for (var index = 1; index < places.Tokens.Count; index++)
        {
            if (places.Tokens[index].Is("-") && !EndsOperand(places.Tokens, index - 1))
                signs.Add(index);
        }
        // In an example an amount may follow a name or a month: commission Nimbus -5.
        foreach (var example in syntax.Rules.OfType<ExampleSyntax>())
            AddOf(example, places, signs);
        return signs;
    }

    private static void AddOf(ExampleSyntax example, TokenPlaces places, HashSet<int> signs)
    {
        var depth = 0;
        foreach (var index in places.Within(example.Range))
        {
            var token = places.Tokens[index];
            depth += token.Is("(") ? 1 : token.Is(")") ? -1 : 0;
            if (depth == 0 && token.Is("-"))
                signs.Add(index);
        }
    }

    private static bool EndsOperand(IReadOnlyList<Token> tokens, int index)
    {
        var token = tokens[index];
        return token.Is(")")
            || token.Kind is TokenKind.Number or TokenKind.Percent or TokenKind.Date or TokenKind.Month or TokenKind.Text
            || (token.Kind == TokenKind.Word && (IsName(token.Text) || (index > 0 && tokens[index - 1].Is("."))));
    }

    private static bool IsName(string word) => !ReservedWords.All.Contains(word) || ReservedWords.Subjects.Contains(word);
}
