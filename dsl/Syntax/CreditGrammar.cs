using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>credit "name" and its clauses.</summary>
internal static class CreditGrammar
{
    private static readonly HashSet<string> ClauseWords =
        ["exception", "for", "when", "shares", "all", "keep", "empty", "several", "because", "effective"];

    private static Parser<Clause> Exception { get; } = (
        from _ in Tokens.Words("exception", "to")
        from bases in Tokens.List(Tokens.Quoted(Nouns.CreditRule))
        select bases).Located((bases, range) => (Clause)new ExceptionClause(bases, range));

    private static Parser<Clause> For { get; } = Tokens.Word("for").Then(_ => Tokens.Choose(
        "what is credited",
        ("deals", Tokens.Word("deals").Then(_ => Tokens.If(input => input.Token.Is("and"), Tokens.Words("and", "usage")))
            .Select(and => (Clause)new SubjectsClause(true, and is not null, default))),
        ("usage", Tokens.Word("usage").Select(_ => (Clause)new SubjectsClause(false, true, default))),
        ("each", Tokens.Words("each", "deal", "may", "set", "its", "own", "shares")
            .Select(_ => (Clause)new OwnSharesClause(default(TextRange))))))
        .Located((clause, range) => clause with { Range = range });

    private static Parser<RoleShare> RoleShare { get; } = (
        from role in CommonGrammar.Role
        from rate in CommonGrammar.Percent
        select (role, rate)).Located((share, range) => new RoleShare(share.role, share.rate, range));

    private static Parser<Clause> Shares { get; } = (
        from _ in Tokens.Word("shares")
        from first in RoleShare
        from more in Tokens.While(
            // No rule has a percentage behind its keyword, so that what is a share does not hang on where lines end.
            input => input.Token.Kind == TokenKind.Word && !ClauseWords.Contains(input.Token.Text)
                && (input.Next.Kind == TokenKind.Percent || (!RuleStarts.IsLikelyAt(input) && !input.Next.StartsLine && input.Next.Kind != Text.TokenKind.End)),
            RoleShare)
        select (IReadOnlyList<RoleShare>)[first, .. more]).Located((shares, range) => (Clause)new SharesClause(shares, range));

    private static Parser<Clause> AllTo { get; } = (
        from _ in Tokens.Words("all", "to")
        from target in OperandGrammar.Field
        from role in Tokens.If(input => input.Token.Is("as"), Tokens.Word("as").Then(_ => CommonGrammar.Role))
        select (target, role)).Located((to, range) => (Clause)new AllToClause(to.target, to.role, range));

    private static Parser<Clause> Keep { get; } = (
        from _ in Tokens.Word("keep")
        from rate in CommonGrammar.Percent
        from house in Tokens.If(input => input.Token.Is("for") && input.Next.Is("the"), Tokens.Words("for", "the", "house"))
        select rate).Located((rate, range) => (Clause)new KeepClause(rate, range));

    private static Parser<(EmptyRole, Named?)> EmptyChoice { get; } = Tokens.Choose(
        "what becomes of an empty role",
        ("left", Empty(EmptyRole.LeftWithTheHouse, "left", "with", "the", "house")),
        ("leave", Empty(EmptyRole.LeftWithTheHouse, "leave", "with", "the", "house")),
        ("share", Empty(EmptyRole.SharedAmongTheOthers, "share", "among", "the", "others")),
        ("shared", Empty(EmptyRole.SharedAmongTheOthers, "shared", "among", "the", "others")),
        ("give", Tokens.Words("give", "to").Then(_ => CommonGrammar.Role).Select(role => (EmptyRole.GivenToRole, (Named?)role))),
        ("given", Tokens.Words("given", "to").Then(_ => CommonGrammar.Role).Select(role => (EmptyRole.GivenToRole, (Named?)role))),
        ("refuse", Empty(EmptyRole.Refused, "refuse")),
        ("refused", Empty(EmptyRole.Refused, "refused")));

    private static Parser<Clause> EmptyRoles { get; } = (
        from _ in Tokens.Words("empty", "role")
        from colon in Tokens.Symbol(":")
        from choice in EmptyChoice
        select choice).Located((choice, range) => (Clause)new EmptyRoleClause(choice.Item1, choice.Item2, range));

    private static Parser<SeveralInRole> SeveralChoice { get; } = Tokens.Choose(
        "how several share a role",
        ("equally", Tokens.Word("equally").Select(_ => SeveralInRole.Equally)),
        ("by", Tokens.Words("by", "weight").Select(_ => SeveralInRole.ByWeight)),
        ("to", Tokens.Words("to", "the", "first", "engaged").Select(_ => SeveralInRole.ToTheFirstEngaged)),
        ("refuse", Tokens.Word("refuse").Select(_ => SeveralInRole.Refused)),
        ("refused", Tokens.Word("refused").Select(_ => SeveralInRole.Refused)));

    private static Parser<Clause> Several { get; } = (
        from _ in Tokens.Words("several", "in", "a", "role")
        from colon in Tokens.Symbol(":")
        from choice in SeveralChoice
        select choice).Located((choice, range) => (Clause)new SeveralClause(choice, range));

    public static ClausedGrammar Rule { get; } = CommonGrammar.Claused(
        "credit",
        Tokens.Quoted(Nouns.NewRule),
        ("exception", Exception),
        ("for", For),
        ("when", CommonGrammar.When),
        ("effective", CommonGrammar.Effective),
        ("shares", Shares),
        ("all", AllTo),
        ("keep", Keep),
        ("empty", EmptyRoles),
        ("several", Several),
        ("because", CommonGrammar.Because));

    private static Parser<(EmptyRole, Named?)> Empty(EmptyRole choice, params string[] words) =>
        Tokens.Words(words).Select(_ => (choice, (Named?)null));
}
