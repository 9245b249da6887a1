using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>Clauses and pieces that several kinds of rule share.</summary>
internal static class CommonGrammar
{
    public static Parser<decimal> Percent { get; } =
        Tokens.Kind(TokenKind.Percent, "a percentage such as 15%").Select(token => token.Number);

    public static Parser<DateTime> Date { get; } = Tokens.Kind(TokenKind.Date, "a date such as 2026-01-31").Select(token => token.Day);

    public static Parser<NumberExpression> Amount { get; } =
        from number in Tokens.Kind(TokenKind.Number, "an amount such as 10,000")
        from currency in Tokens.If(
            input => input.Token.Kind == TokenKind.Word && Money.Currencies.IsKnown(input.Token.Text), Tokens.NamedWord("a currency"))
        select new NumberExpression(number.Number, currency, currency is null ? number.Range : number.Range.To(currency.Range));

    public static Parser<Named> Role { get; } = Tokens.NamedWord(Nouns.Role);

    public static Parser<Clause> When { get; } =
        from _ in Tokens.Word("when")
        from condition in ConditionGrammar.Condition
        select (Clause)new WhenClause(condition, _.Range.To(condition.Range));

    public static Parser<Clause> Effective { get; } = (
        from _ in Tokens.Words("effective", "from")
        from first in Date
        from until in Tokens.If(input => input.Token.Is("until"), Tokens.Word("until").Then(_ => Date).Select(day => (object)day))
        select (first, until)).Located((dates, range) => (Clause)new EffectiveClause(dates.first, (DateTime?)dates.until, range));

    public static Parser<Clause> Because { get; } =
        from _ in Tokens.Word("because")
        from reason in Tokens.Quoted("the reason in quotation marks")
        select (Clause)new BecauseClause(reason, _.Range.To(reason.Range));

    /// <summary>A whole count of something, from 1 to the given most.</summary>
    public static Parser<int> Count(int most, string noun) =>
        Tokens.One(
            token => token.Kind == TokenKind.Number && token.Number >= 1 && token.Number <= most
                && token.Number == decimal.Truncate(token.Number),
            noun).Select(token => (int)token.Number);

    public static Parser<int> Days { get; } =
        from count in Count(3650, Nouns.DayCount)
        from unit in Tokens.One(token => token.Is("days") || token.Is("day"), "'days'")
        select count;

    /// <summary>A rule that is a keyword, a name and clauses in any order.</summary>
    public static ClausedGrammar Claused(string kind, Parser<Named> name, params (string Word, Parser<Clause> Parser)[] clauses)
    {
        var words = new HashSet<string>(clauses.Select(clause => clause.Word));
        var noun = $"a clause of a {kind} rule ({string.Join(", ", clauses.Select(clause => clause.Word).Distinct())})";
        var all = Tokens.While(input => BeginsClause(input, words), Logged(kind, Tokens.Choose(noun, clauses)), noun);
        return new ClausedGrammar(
            (from _ in Tokens.Word(kind)
             from called in name
             from read in all
             select (called, read)).Located((rule, range) => (RuleSyntax)new ClausedRule(kind, rule.called, rule.read, range)),
            all, words, input => input.Token.StartsLine && BeginsClause(input, words));
    }

    private static bool BeginsClause(TokenInput input, HashSet<string> words) =>
        input.Token.Kind == TokenKind.Word && words.Contains(input.Token.Text) && !RuleStarts.IsAt(input);

    private static Parser<Clause> Logged(string kind, Parser<Clause> clause) => input =>
    {
        var here = (TokenInput)input;
        if (!here.AtEnd)
            here.Stream.Log?.Clauses.Add(new ClausePlace(kind, here.Token.Text, here.Position));
        return clause(input);
    };
}
