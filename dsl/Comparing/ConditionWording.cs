using System;
using System.Linq;
using System.Text;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Evaluation;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Comparing;

/// <summary>A condition in the words of the language, on one line.</summary>
internal static class ConditionWording
{
    public static string Of(Condition condition) => condition switch
    {
        AllOf all => string.Join(" and ", all.Inner.Select(InParentheses)),
        AnyOf any => string.Join(" or ", any.Inner.Select(part => part is IfUnknown or Running ? "(" + Of(part) + ")" : Of(part))),
        Negated negated => "not " + InParentheses(negated.Inner.Single()),
        IfUnknown unknown => $"{Of(unknown.Inner.Single())}, if unknown {(unknown.Yes ? "yes" : "no")}",
        Running running => $"{Of(running.Inner.Single())}, for {NumberText.Shortest(running.Months)} months running",
        Test test => Plain(test.Text),
        _ => throw new ArgumentException("There are no words for such a condition.", nameof(condition)),
    };

    // The same number is written in one way, with one blank between words.
    private static string Plain(string text)
    {
        var words = new StringBuilder();
        var previous = "";
        foreach (var token in Lexer.Read(text, new DiagnosticBag()).Where(token => token.Kind != TokenKind.End))
        {
            var word = token.Kind switch
            {
                TokenKind.Number => NumberText.Grouped(token.Number),
                TokenKind.Percent => NumberText.Percent(token.Number),
                _ => text.Substring(token.Range.Offset, token.Range.Length),
            };
            words.Append(previous is "" or "." or "(" || word is "." or "," or ")" ? "" : " ").Append(word);
            previous = word;
        }
        return words.ToString();
    }

    private static string InParentheses(Condition condition) => condition is Test or Negated ? Of(condition) : "(" + Of(condition) + ")";
}
