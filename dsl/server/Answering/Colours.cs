using System.Collections.Generic;
using CrmAddon.Rules.Editing;
using CrmAddon.Rules.LanguageServer.Protocol;

namespace CrmAddon.Rules.LanguageServer.Answering;

/// <summary>Semantic tokens as the protocol packs them: five numbers each, places relative to the token before.</summary>
internal static class Colours
{
    public static SemanticTokens Of(IReadOnlyList<SemanticToken> tokens)
    {
        var data = new List<int>(tokens.Count * 5);
        var (line, column) = (1, 1);
        foreach (var token in tokens)
        {
            var range = token.Range;
            data.Add(range.StartLine - line);
            data.Add(range.StartLine == line ? range.StartColumn - column : range.StartColumn - 1);
            data.Add(range.Length);
            data.Add((int)token.Kind);
            data.Add(token.IsDefinition ? 1 : 0);
            (line, column) = (range.StartLine, range.StartColumn);
        }
        return new SemanticTokens(data);
    }
}
