using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Diagnostics;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Asks the grammar itself what could stand after some tokens.</summary>
internal static class Probe
{
    // Who writes clause after clause that can't be read gets no help with the last one.
    private const int MostRestarts = 20;

    /// <summary>All that could come next; nothing where the tokens before can't be read.</summary>
    /// <param name="tokens">The tokens of one rule from its first word on, or of the header.</param>
    /// <param name="isPiece">Whether they begin with a rule.</param>
    public static IReadOnlyList<TokenReading> After(IEnumerable<Token> tokens, bool isPiece) => Read(tokens, isPiece).Offers;

    /// <summary>Whether the tokens are a whole rule, so that another could follow.</summary>
    public static bool IsWhole(IEnumerable<Token> rule) =>
        EndsWhole(Read(rule, isPiece: true));

    /// <summary>The first words of the clauses that the tokens of a rule begin, as far as they can be read.</summary>
    public static IEnumerable<string> Clauses(IEnumerable<Token> rule) => Read(rule, isPiece: true).Clauses.Select(clause => clause.Word);

    /// <summary>
    /// The tokens of a rule without the mistake in them, which is left out up to the beginning of the clause that is being typed;
    /// the tokens as they are where that does not help.
    /// </summary>
    public static IReadOnlyList<Token> WithoutMistake(IReadOnlyList<Token> rule)
    {
        if (rule.Count == 0 || RuleHead.Of(rule[0].Text) is not { } head)
            return rule;
        var tried = 0;
        for (var i = rule.Count - 1; i > 0 && tried < MostRestarts; i--)
        {
            if (head.CanGoOnAt(rule[i]) && ++tried > 0 && (IReadOnlyList<Token>)[.. head.Tokens, .. rule.Skip(i)] is var rest && After(rest, isPiece: true).Count > 0)
                return rest;
        }
        return rule;
    }

    /// <summary>The words that must come next; none where a name, a number or the end of the rule could come too, or one of several parts.</summary>
    public static IReadOnlyList<string> Forced(IEnumerable<Token> tokens, bool isPiece)
    {
        var log = Read(tokens, isPiece);
        return log.Offers is [{ Noun: { } noun }] && !OfferedWords.IsClause(noun) && !(isPiece && EndsWhole(log)) ? OfferedWords.Of(noun) : [];
    }

    private static bool EndsWhole(ParseLog log) => log.Rules is { Count: > 0 } rules && rules[rules.Count - 1].IsWhole;

    private static ParseLog Read(IEnumerable<Token> tokens, bool isPiece)
    {
        List<Token> read = [.. tokens];
        var last = read.Count > 0 ? read[read.Count - 1].Range : default;
        read.Add(new Token(TokenKind.End, "", new TextRange(last.Offset + last.Length, 0, last.EndLine, last.EndColumn, last.EndLine, last.EndColumn), false));
        var log = new ParseLog(read.Count, read.Count - 1);
        ProgramParser.Read(read, new DiagnosticBag(), log, isPiece);
        return log;
    }
}
