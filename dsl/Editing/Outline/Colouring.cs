using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>What each token is, by what the grammar took it for: the same word is a keyword here and a name there.</summary>
internal static class Colouring
{
    public static IReadOnlyList<SemanticToken> Of(DocumentReading reading)
    {
        var names = new Dictionary<int, NamePlace>();
        foreach (var place in reading.Names.Places)
            names[place.Range.Offset - (place.IsQuoted ? 1 : 0)] = place;
        var found = new List<SemanticToken>();
        for (var i = 0; i < reading.Tokens.Count - 1; i++)
        {
            var token = reading.Tokens[i];
            if (names.TryGetValue(token.Range.Offset, out var place))
            {
                var path = place.Kind == "field" ? reading.PathAt(i) : (First: i, Last: i);
                found.Add(new SemanticToken(token.Range.To(reading.Tokens[path.Last].Range), OfName(place.Kind), place.IsDefinition));
                i = path.Last;
            }
            else if (Of(reading, token, reading.Log[i]) is { } kind)
            {
                found.Add(new SemanticToken(token.Range, kind, false));
            }
        }
        return found;
    }

    private static SemanticKind OfName(string kind) => kind switch
    {
        "field" => SemanticKind.Field,
        "role" => SemanticKind.Role,
        "partner" => SemanticKind.Partner,
        _ => SemanticKind.Rule,
    };

    private static SemanticKind? Of(DocumentReading reading, Token token, TokenReading read) => token.Kind switch
    {
        TokenKind.Text => SemanticKind.Text,
        TokenKind.Number or TokenKind.Percent or TokenKind.Date or TokenKind.Month => SemanticKind.Number,
        TokenKind.Word when read.Noun is Nouns.Value || (read.Noun is Nouns.Field && read.ComparedWith is not null) => SemanticKind.Choice,
        TokenKind.Word when read.Noun is Nouns.Field or Nouns.FieldPart =>
            KeywordMeanings.Of("", token.Text) is null || reading.Vocabulary.Fields.Any(field => field.Path.EndsWith("." + token.Text, System.StringComparison.Ordinal))
                ? SemanticKind.Field
                : SemanticKind.Keyword,
        TokenKind.Word => SemanticKind.Keyword,
        _ => null,
    };
}
