using System.Text;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Tests.Generated;

/// <summary>Writes a program in a layout that nobody would choose.</summary>
internal static class RandomLayout
{
    private static readonly string[] Comments =
        ["#", "# a comment", "# credit \"A\" for deals", "## \"", "#\tTab ", "# größer als – 日本 ✓", "#x", "# ---- who gets the credit ----"];

    /// <summary>The same tokens, with any blanks, line ends and comments between them.</summary>
    public static string Of(string text, Choices choices, bool comments)
    {
        var tokens = Lexer.Read(text, new DiagnosticBag());
        var lineEnd = choices.Of("\n", "\n", "\r\n", "\r");
        var layout = new StringBuilder(choices.Once(6) ? Gap(choices, comments, lineEnd) : "");
        var end = 0;
        foreach (var token in tokens)
        {
            var start = token.Range.Offset;
            if (start > end && end > 0)
                layout.Append(Gap(choices, comments, lineEnd));
            else if (end > 0 && token.Kind is TokenKind.Symbol or TokenKind.Word && choices.Once(12))
                layout.Append(Gap(choices, comments, lineEnd));
            layout.Append(Written(token, text.Substring(start, token.Range.Length), choices));
            end = start + token.Range.Length;
        }
        return layout.ToString();
    }

    // One program in several spellings of its numbers: 10,000 and 10000, 5% and 5 %.
    private static string Written(Token token, string written, Choices choices) => token.Kind switch
    {
        TokenKind.Number when choices.Once(3) => written.Replace(",", "", System.StringComparison.Ordinal),
        TokenKind.Percent when choices.Once(5) => "0" + written[..^1] + " %",
        _ => written,
    };

    private static string Gap(Choices choices, bool comments, string lineEnd) => choices.Below(comments ? 14 : 9) switch
    {
        <= 3 => " ",
        4 => "   ",
        5 => lineEnd,
        6 => lineEnd + "    ",
        7 => " " + lineEnd + "\t",
        8 => lineEnd + " ",
        9 => " " + choices.Of(Comments) + lineEnd,
        10 => choices.Of(Comments) + lineEnd + "  ",
        11 => lineEnd + choices.Of("", "  ", "    ", "      ") + choices.Of(Comments) + lineEnd,
        12 => lineEnd + lineEnd + choices.Of(Comments) + lineEnd + choices.Of(Comments) + lineEnd,
        _ => lineEnd + lineEnd + lineEnd,
    };
}
