using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>
/// Words that the grammar forces after a first one: nobody types 'when the deal is won' after 'once' if it can't be anything else.
/// Each is found by asking the grammar again.
/// </summary>
internal static class Phrases
{
    private const int MostBranches = 4;
    private const int MostWords = 8;

    public static IReadOnlyList<string> From(IReadOnlyList<Token> before, bool isPiece, string first)
    {
        var found = new List<string>();
        Extend(before, isPiece, first, MostWords, found);
        return found;
    }

    private static void Extend(IReadOnlyList<Token> before, bool isPiece, string phrase, int most, List<string> found)
    {
        var words = most == 0 ? [] : Probe.Forced([.. before, .. Lexed(phrase)], isPiece);
        if (words.Count is 0 or > MostBranches || words.Any(word => !word.Any(char.IsLetter) && word is not (":" or ",")))
        {
            found.Add(phrase);
            return;
        }
        foreach (var word in words)
            Extend(before, isPiece, Joined(phrase, word), most - 1, found);
    }

    /// <summary>A word set after a phrase as it is written: no blank stands before a comma or a colon.</summary>
    public static string Joined(string phrase, string word) => word is ":" or "," ? phrase + word : phrase + " " + word;

    private static IEnumerable<Token> Lexed(string phrase)
    {
        var tokens = Lexer.Read(phrase, new DiagnosticBag());
        return tokens.Take(tokens.Count - 1);
    }
}
