using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using TextMateSharp.Grammars;

namespace CrmAddon.Rules.LanguageServer.Tests.Colours;

/// <summary>The TextMate grammar colours what the parser reads: neither can change without the other.</summary>
[TestClass]
public sealed class TextMateTests
{
    private static readonly IGrammar Grammar = GrammarFile.Load();

    [TestMethod]
    public void Every_word_of_the_language_is_a_keyword()
    {
        var without = LanguageWords.All.Where(word => !ScopesAt(word, 0).Any(IsKeyword));
        Assert.AreEqual("", string.Join(", ", without));
    }

    [TestMethod]
    public void Every_token_of_every_program_has_the_colour_of_what_the_parser_takes_it_for()
    {
        var wrong = new List<string>();
        foreach (var (name, text) in LanguageWords.Programs().Where(program => program.Text.Length < 20_000))
        {
            var (tokens, log, isClean) = LanguageWords.Read(text);
            if (!isClean)
                continue;
            var scopes = Scopes(text);
            // What could not be read has no colour to agree on.
            var read = log.Rules.Where(rule => rule.IsWhole).SelectMany(rule => Enumerable.Range(rule.Start, rule.End - rule.Start));
            foreach (var i in read)
            {
                var found = scopes[tokens[i].Range.Offset];
                var expected = Expected(tokens[i], LanguageWords.IsKeyword(log[i]));
                if (!found.Any(scope => expected.Any(one => scope.StartsWith(one, StringComparison.Ordinal))))
                    wrong.Add($"{name}:{tokens[i].Range.StartLine} {tokens[i].Text}: {string.Join(" or ", expected)} expected, {string.Join(' ', found)}");
            }
        }
        Assert.AreEqual("", string.Join('\n', wrong.Take(20)));
    }

    [TestMethod]
    [DataRow("credit \"Split\"", 0, "keyword.control.rule.crmaddon-rules")]
    [DataRow("credit \"Split\"", 8, "entity.name.function.crmaddon-rules")]
    [DataRow("  exception to \"Split\"", 16, "string.quoted.double.crmaddon-rules")]
    [DataRow("  when deal.motion is resale", 7, "variable.other.field.crmaddon-rules")]
    [DataRow("  when deal.motion is resale", 12, "variable.other.field.crmaddon-rules")]
    [DataRow("  when deal.motion is resale", 22, "variable.other.crmaddon-rules")]
    [DataRow("  rate 6%", 7, "constant.numeric.percent.crmaddon-rules")]
    [DataRow("    above 10,000 8%", 10, "constant.numeric.crmaddon-rules")]
    [DataRow("  effective from 2026-01-01", 17, "constant.numeric.date.crmaddon-rules")]
    [DataRow("  given month 2026-03", 14, "constant.numeric.date.crmaddon-rules")]
    [DataRow("program \"Cloud\" in USD", 19, "constant.other.currency.crmaddon-rules")]
    [DataRow("  amount 500 EUR", 13, "constant.other.currency.crmaddon-rules")]
    [DataRow("role ISV, Reseller", 5, "entity.name.type.role.crmaddon-rules")]
    [DataRow("  rate 6% # a \"comment\"", 14, "comment.line.number-sign.crmaddon-rules")]
    [DataRow("  when usage >= 5", 13, "keyword.operator.crmaddon-rules")]
    [DataRow("  because \"not closed", 12, "invalid.illegal.unclosed.crmaddon-rules")]
    [DataRow("  when deal.amount > 1.25.5", 22, "constant.numeric.crmaddon-rules")]
    public void A_token_has_its_scope(string line, int column, string scope)
    {
        CollectionAssert.Contains(ScopesAt(line, column).ToArray(), scope, string.Join(' ', ScopesAt(line, column)));
    }

    // A name may be a word of the language, which only the parser can tell.
    private static string[] Expected(Token token, bool isKeyword) => token.Kind switch
    {
        TokenKind.Text => ["string", "entity.name.function", "invalid.illegal.unclosed"],
        TokenKind.Number => ["constant.numeric"],
        TokenKind.Percent => ["constant.numeric.percent"],
        TokenKind.Date or TokenKind.Month => ["constant.numeric.date"],
        TokenKind.Word when isKeyword => ["keyword"],
        TokenKind.Word => ["variable", "entity.name", "keyword", "constant.other.currency"],
        _ => ["source"],
    };

    private static bool IsKeyword(string scope) => scope.StartsWith("keyword", StringComparison.Ordinal);

    private static List<string> ScopesAt(string line, int column) => Scopes(line)[column];

    // The scopes of each character.
    private static List<string>[] Scopes(string text)
    {
        var scopes = new List<string>[text.Length + 1];
        Array.Fill(scopes, []);
        IStateStack? stack = null;
        var start = 0;
        foreach (var line in text.Split('\n'))
        {
            var result = Grammar.TokenizeLine(line, stack!, TimeSpan.FromSeconds(10));
            stack = result.RuleStack;
            foreach (var token in result.Tokens)
            {
                for (var i = token.StartIndex; i < Math.Min(token.EndIndex, line.Length); i++)
                    scopes[start + i] = token.Scopes;
            }
            start += line.Length + 1;
        }
        return scopes;
    }
}
