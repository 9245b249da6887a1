using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>The partners and customers of examples: their names are written as words where they can be, else in quotation marks.</summary>
internal static class PartnerNames
{
    public static string Written(string name) => IsWord(name) && !ReservedWords.All.Contains(name) ? name : "\"" + name + "\"";

    /// <summary>The partners that the tokens of examples give.</summary>
    public static IEnumerable<string> In(IReadOnlyList<Token> tokens)
    {
        for (var i = 0; i + 1 < tokens.Count; i++)
        {
            var isName = tokens[i].Kind is TokenKind.Word or TokenKind.Text;
            if (isName && tokens[i + 1].Is("as") && (i == 0 || !(tokens[i - 1].Is(".") || tokens[i - 1].Is("of"))))
                yield return tokens[i].Text;
            else if (isName && i > 0 && tokens[i - 1].Is("partner") && tokens[i + 1].Is("with"))
                yield return tokens[i].Text;
        }
    }

    public static bool IsWord(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');
}
