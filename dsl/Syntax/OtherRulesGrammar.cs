using System.Collections.Generic;
using System.Linq;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>The rules beside credit and commission: role, clawback, churn, registration, tier, field.</summary>
internal static class OtherRulesGrammar
{
    public static Parser<RuleSyntax> Role { get; } =
        Tokens.Word("role").Then(_ => Tokens.List(Tokens.NamedWord(Nouns.NewRole)))
            .Located((roles, range) => (RuleSyntax)new RoleSyntax(roles, range));

    private static Parser<Clause> Of { get; } =
        Tokens.Word("of").Then(_ => Tokens.List(Tokens.Quoted(Nouns.CommissionRule)))
            .Located((rules, range) => (Clause)new OfClause(rules, range));

    private static Parser<ChurnsClause> Within { get; } =
        from _ in Tokens.Word("within")
        from days in CommonGrammar.Days
        from ___ in Tokens.Word("of")
        from since in OperandGrammar.Field
        select new ChurnsClause(days, since, default);

    private static Parser<Clause> Churns { get; } = (
        from _ in Tokens.Words("when", "customer", "churns")
        from within in Tokens.If(input => input.Token.Is("within"), Within)
        select within ?? new ChurnsClause(null, null, default)).Located((churns, range) => (Clause)(churns with { Range = range }));

    private static Parser<Clause> TakeBack { get; } =
        Tokens.Words("take", "back").Then(_ => CommonGrammar.Percent)
            .Located((rate, range) => (Clause)new TakeBackClause(rate, range));

    public static ClausedGrammar Clawback { get; } = CommonGrammar.Claused(
        "clawback",
        Tokens.Quoted(Nouns.NewRule),
        ("of", Of),
        ("when", Churns),
        ("take", TakeBack));

    public static ClausedGrammar Churn { get; } = CommonGrammar.Claused(
        "churn", input => Result.Success(new Named("churn", ((TokenInput)input).Token.Range), input), ("when", CommonGrammar.When));

    private static Parser<Clause> Protect { get; } = (
        from _ in Tokens.Word("protect")
        from days in CommonGrammar.Days
        from ___ in Tokens.Words("from", "approval")
        select days).Located((days, range) => (Clause)new ProtectClause(days, range));

    private static Parser<int> Times { get; } = input => ((TokenInput)input).Token.Kind == Text.TokenKind.Number
        ? CommonGrammar.Count(20, "a count from 1 to 20").Then(count => Tokens.Word("times").Select(_ => count))(input)
        : Tokens.Choose(
            "how often",
            ("once", Tokens.Word("once").Select(_ => 1)),
            ("twice", Tokens.Word("twice").Select(_ => 2)))(input);

    private static Parser<Clause> Extend { get; } = (
        from _ in Tokens.Word("extend")
        from times in Times
        from ___ in Tokens.Word("by")
        from days in CommonGrammar.Days
        select (times, days)).Located((extend, range) => (Clause)new ExtendClause(extend.times, extend.days, range));

    private static Parser<Clause> Conflict { get; } = (
        from _ in Tokens.Words("conflict", "when", "same", "customer")
        from product in Tokens.If(input => input.Token.Is("and"), Tokens.Words("and", "any", "same", "product"))
        select product is not null).Located((product, range) => (Clause)new ConflictClause(product, range));

    public static ClausedGrammar Registration { get; } = CommonGrammar.Claused(
        "registration",
        Tokens.Quoted(Nouns.NewRule),
        ("protect", Protect),
        ("extend", Extend),
        ("conflict", Conflict));

    public static ClausedGrammar Tier { get; } = CommonGrammar.Claused(
        "tier", Tokens.NamedWord(Nouns.NewTier), ("when", CommonGrammar.When));

    public static Parser<RuleSyntax> Field { get; } = (
        from _ in Tokens.Word("field")
        from path in OperandGrammar.Field
        from __ in Tokens.Word("is")
        from type in Tokens.NamedWord("a type (money, percent, number, date, text, yes_no, choice, partner)")
        from choices in Tokens.If(
            input => input.Token.Is("of"), Tokens.Word("of").Then(_ => Tokens.List(Tokens.NamedWord("the name of a choice"))))
        from ___ in Tokens.Word("from")
        from column in OperandGrammar.Field
        select (path, type, choices, column)).Located((field, range) =>
            (RuleSyntax)new FieldSyntax(field.path, field.type, field.choices ?? (IReadOnlyList<Named>)[], field.column, range));
}
