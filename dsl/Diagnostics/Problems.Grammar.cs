using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Diagnostics;

internal static partial class Problems
{
    public static Diagnostic Unexpected(Token found, IReadOnlyList<string> expected) =>
        Error("RUL0101", found.Range, $"expected {Listed(expected)}, found {found.Described}", HintFor(found, expected));

    public static Diagnostic NoRule(Token found, string? nearest) =>
        Error("RUL0102", found.Range,
            $"expected a rule (role, credit, commission, clawback, churn, registration, tier, field, example), found {found.Described}",
            DidYouMean(nearest));

    public static Diagnostic NoLanguage(TextRange range) =>
        Error("RUL0103", range, "a program begins with the version of the language", "begin with the line: language 1");

    public static Diagnostic OtherLanguage(TextRange range, string version) =>
        Error("RUL0103", range, $"this checker reads version 1 of the language, not {version.Shortened()}",
            "begin with the line: language 1");

    public static Diagnostic NoProgram(TextRange range) =>
        Error("RUL0104", range, "a program has a name and a currency",
            "write, after the language, a line such as: program \"Cloud Infrastructure\" in USD");

    public static Diagnostic TooDeep(TextRange range, int most) =>
        Error("RUL0105", range, $"parentheses, signs and 'not' stand more than {most} deep", "take the condition apart");

    public static Diagnostic TooManyAnswers(TextRange range, int most) =>
        Error("RUL0105", range, $"'if unknown' and 'running' follow each other more than {most} times in one condition", "take the condition apart");

    public static Diagnostic TooManyParts(TextRange range, int most) =>
        Error("RUL0106", range, $"the conditions of a rule have at most {most} fields, figures and values", "split the rule");

    public static Diagnostic TooManyItems(TextRange range, int most) =>
        Error("RUL0106", range, $"a list has at most {most} items", "split the rule");

    public static Diagnostic TooManyRules(TextRange range, int most) =>
        Error("RUL0106", range, $"a program has at most {most} rules");

    public static Diagnostic TooManySteps(TextRange range, long steps, long limit, long most) =>
        Error("RUL0603", range,
            $"judging one case may take {NumberText.Grouped(steps)} steps, and {NumberText.Grouped(limit)} are allowed; this rule alone may take {NumberText.Grouped(most)}",
            "shorten its windows of months, or ask for less in 'for ... months running'");

    public static Diagnostic ClauseTwice(TextRange range, string clause) =>
        Error("RUL0107", range, $"the clause '{clause}' stands twice in this rule", "keep one of them");

    public static Diagnostic ClauseMissing(TextRange range, string rule, string what, string hint) =>
        Error("RUL0108", range, $"{rule} does not say {what}", hint);

    public static Diagnostic ClausesExclude(TextRange range, string first, string second) =>
        Error("RUL0109", range, $"'{first}' and '{second}' can't stand in one rule", "keep one of them");

    private static string Listed(IReadOnlyList<string> nouns) => nouns.Count switch
    {
        0 => "something else",
        1 => nouns[0],
        _ => string.Join(", ", nouns.Take(nouns.Count - 1)) + " or " + nouns[nouns.Count - 1],
    };

    // What people write who know other languages, or how they speak.
    private static readonly Dictionary<string, string> Foreign = new()
    {
        ["="] = "write 'is'",
        ["equals"] = "write 'is'",
        ["in"] = "write 'is one of'",
        ["between"] = "write both bounds, as in: deal.amount >= 5 and deal.amount <= 10",
        ["else"] = "the other case is a rule of its own",
        ["otherwise"] = "the other case is a rule of its own",
        ["unless"] = "write 'when not', or an exception to this rule",
        ["if"] = "write 'when'",
        [","] = "leave the comma out",
        [";"] = "leave it out",
    };

    private static Hint? HintFor(Token found, IReadOnlyList<string> expected)
    {
        if (found.Kind is TokenKind.Word or TokenKind.Symbol && Foreign.TryGetValue(found.Text, out var own))
            return own;
        if (found.Kind == TokenKind.Number && expected.Any(noun => noun.StartsWith("a percentage", System.StringComparison.Ordinal)))
            return "a percentage ends with a percent sign, as in 15%";
        if (found.Kind == TokenKind.Word && expected.Any(noun => noun.Contains("quotation marks")))
            return "put the name in quotation marks";
        return found.Kind == TokenKind.Word ? DidYouMean(Nearest.Of(found.Text, expected.SelectMany(WordsOf))) : null;
    }

    // The words that a noun of the expected set names: 'when', or those in its parentheses.
    private static IEnumerable<string> WordsOf(string noun)
    {
        if (noun.Length > 2 && noun[0] == '\'' && noun.IndexOf('\'', 1) == noun.Length - 1)
            return [noun.Substring(1, noun.Length - 2)];
        var open = noun.IndexOf('(');
        return open < 0 ? [] : noun.Substring(open + 1).TrimEnd(')').Split(',').Select(word => word.Trim());
    }
}
