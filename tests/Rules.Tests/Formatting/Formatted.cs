using System;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace CrmAddon.Rules.Tests.Formatting;

/// <summary>What holds of every text and its formatted one.</summary>
internal static class Formatted
{
    /// <summary>The text as it is formatted, after everything that must hold of it was looked at.</summary>
    public static FormatResult Of(string text)
    {
        var result = RuleFormatter.Format(text);
        var tree = SyntaxText.Of(text);
        Equal(tree is not null, result.Succeeded, "a text is formatted where it can be read", text);
        Equal(text != result.Text, result.Changed, "changed is what differs", text);
        if (tree is null)
        {
            Equal(text, result.Text, "a text that can't be read stays", text);
            return result;
        }
        Equal(tree, SyntaxText.Of(result.Text), "the program is the same", text);
        Equal(Comments(text), Comments(result.Text), "every comment stays", text);
        Equal(result.Text, RuleFormatter.Format(result.Text).Text, "formatting twice changes nothing more", text);
        Equal(true, result.Text.EndsWith('\n'), "the last line ends", text);
        Equal(false, result.Text.Contains("\n\n\n", StringComparison.Ordinal), "one empty line at most", text);
        Equal(false, result.Text.Split('\n').Any(line => line.TrimEnd('\r') is var full && full.TrimEnd(' ', '\t') != full),
            "no blanks at the end of a line", text);
        return result;
    }

    // Every comment, behind the number of rules that begin before it.
    private static string Comments(string text)
    {
        var bag = new DiagnosticBag();
        var rules = ProgramParser.Read(Lexer.Read(text, bag), bag).Rules.Select(rule => rule.Range.Offset).ToArray();
        var comments = new StringBuilder();
        var (inText, begun) = (false, 0);
        for (var i = 0; i < text.Length; i++)
        {
            inText ^= text[i] == '"';
            if (inText || text[i] != '#')
                continue;
            var length = text.AsSpan(i).IndexOfAny('\r', '\n');
            var comment = length < 0 ? text[i..] : text.Substring(i, length);
            while (begun < rules.Length && rules[begun] < i)
                begun++;
            comments.Append(begun).Append(' ').Append(comment.TrimEnd(' ', '\t')).Append('\n');
            i += comment.Length;
        }
        return comments.ToString();
    }

    private static void Equal<T>(T expected, T actual, string what, string text) =>
        Assert.AreEqual(expected, actual, what + "\n" + text[..Math.Min(text.Length, 5000)]);
}
