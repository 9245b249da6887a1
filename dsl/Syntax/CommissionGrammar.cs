using System.Collections.Generic;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>commission "name" and its clauses.</summary>
internal static class CommissionGrammar
{
    private static Parser<Clause> For { get; } = (
        from _ in Tokens.Word("for")
        from roles in (Parser<IReadOnlyList<Named>>)(input => ((TokenInput)input).Token.Is("all")
            ? Tokens.Words("all", "roles").Select(_ => (IReadOnlyList<Named>)[])(input)
            : Tokens.List(CommonGrammar.Role)(input))
        select roles).Located((roles, range) => (Clause)new RolesClause(roles, range));

    private static Parser<(bool Credited, bool OnUsage)> Measure { get; } =
        from _ in Tokens.Word("on")
        from credited in Tokens.If(input => input.Token.Is("credited"), Tokens.Word("credited"))
        from measure in Tokens.One(
            token => token.Is("amount") || token.Is("usage"), "'amount', 'credited amount', 'usage' or 'credited usage'")
        select (credited is not null, measure.Is("usage"));

    private static Parser<Span> Over { get; } = Tokens.Choose(
        "what it is computed over",
        ("per", Tokens.Word("per").Then(_ => Tokens.Choose(
            "what it is computed over",
            ("deal", Tokens.Word("deal").Select(_ => Span.PerDeal)),
            ("customer", Tokens.Word("customer").Select(_ => Span.PerCustomer)),
            ("product", Tokens.Word("product").Select(_ => Span.PerProduct))))),
        ("across", Tokens.Words("across", "customers").Select(_ => Span.AcrossCustomers)));

    private static Parser<ScheduleClause> Terms(Frequency frequency) =>
        from comma in Tokens.OptionalComma
        from measure in Measure
        from span in Tokens.If(BeginsOver, Tokens.OptionalComma.Then(_ => Over).Select(span => (object)span))
        select new ScheduleClause(frequency, measure.Credited, measure.OnUsage, span is Span given ? given : Span.Default, default);

    private static Parser<Clause> Once { get; } =
        Tokens.Words("once", "when", "the", "deal", "is", "won").Then(_ => Terms(Frequency.OnceWhenWon))
            .Located((clause, range) => (Clause)(clause with { Range = range }));

    private static Parser<Clause> Every { get; } = (
        from _ in Tokens.Word("every")
        from frequency in Tokens.Choose(
            "how often it is paid",
            ("month", Tokens.Word("month").Select(_ => Frequency.EveryMonth)),
            ("quarter", Tokens.Word("quarter").Select(_ => Frequency.EveryQuarter)),
            ("year", Tokens.Word("year").Select(_ => Frequency.EveryYear)))
        from clause in Terms(frequency)
        select clause).Located((clause, range) => (Clause)(clause with { Range = range }));

    private static Parser<Clause> While { get; } =
        from _ in Tokens.Word("while")
        from condition in ConditionGrammar.Condition
        select (Clause)new WhileClause(condition, _.Range.To(condition.Range));

    private static Parser<Clause> Rate { get; } =
        Tokens.Word("rate").Then(_ => CommonGrammar.Percent).Located((rate, range) => (Clause)new RateClause(rate, range));

    private static Parser<Clause> Amount { get; } =
        Tokens.Word("amount").Then(_ => CommonGrammar.Amount).Located((amount, range) => (Clause)new AmountClause(amount, range));

    private static Parser<StepSyntax> Step { get; } = (
        from _ in Tokens.Word("above")
        from above in CommonGrammar.Amount
        from rate in CommonGrammar.Percent
        from plus in Tokens.If(input => input.Token.Is("plus"), Tokens.Word("plus").Then(_ => CommonGrammar.Amount))
        select (above, rate, plus)).Located((step, range) => new StepSyntax(step.above, step.rate, step.plus, range));

    private static Parser<Clause> Steps(string word) => (
        from _ in Tokens.Word(word)
        from first in Step
        from more in Tokens.While(input => input.Token.Is("above"), Step, "the next step (above)")
        select (IReadOnlyList<StepSyntax>)[first, .. more])
        .Located((steps, range) => (Clause)new StepsClause(word == "graduated", steps, range));

    private static Parser<Clause> Accelerate { get; } = (
        from _ in Tokens.Words("accelerate", "by")
        from factor in Tokens.Kind(Text.TokenKind.Number, "a factor such as 1.25")
        from when in Tokens.Word("when")
        from condition in ConditionGrammar.Condition
        select (factor.Number, condition)).Located((faster, range) => (Clause)new AccelerateClause(faster.Number, faster.condition, range));

    private static Parser<Clause> At { get; } = (
        from _ in Tokens.Word("at")
        from bound in Tokens.One(token => token.Is("most") || token.Is("least"), "'most' or 'least'")
        from amount in CommonGrammar.Amount
        from per in Tokens.Word("per")
        from scope in Tokens.Choose(
            "what the limit works on",
            ("deal", Tokens.Word("deal").Select(_ => LimitScope.PerDeal)),
            ("customer", Tokens.Word("customer").Select(_ => LimitScope.PerCustomer)),
            ("product", Tokens.Word("product").Select(_ => LimitScope.PerProduct)),
            ("partner", Tokens.Word("partner").Select(_ => LimitScope.PerPartner)),
            ("program", Tokens.Word("program").Select(_ => LimitScope.PerProgram)))
        select (bound, amount, scope))
        .Located((limit, range) => (Clause)new LimitClause(limit.bound.Is("most"), limit.amount, limit.scope, range));

    private static Parser<Clause> Hold { get; } = (
        from _ in Tokens.Word("hold")
        from rate in CommonGrammar.Percent
        from __ in Tokens.Word("for")
        from months in OperandGrammar.MonthCount
        select (rate, months)).Located((hold, range) => (Clause)new HoldClause(hold.rate, hold.months, range));

    public static ClausedGrammar Rule { get; } = CommonGrammar.Claused(
        "commission",
        Tokens.Quoted(Nouns.NewRule),
        ("for", For),
        ("once", Once),
        ("every", Every),
        ("when", CommonGrammar.When),
        ("while", While),
        ("rate", Rate),
        ("amount", Amount),
        ("graduated", Steps("graduated")),
        ("volume", Steps("volume")),
        ("accelerate", Accelerate),
        ("at", At),
        ("hold", Hold),
        ("effective", CommonGrammar.Effective),
        ("because", CommonGrammar.Because));

    private static bool BeginsOver(TokenInput input)
    {
        var word = input.Token.Is(",") ? input.Next : input.Token;
        return word.Is("per") || word.Is("across") || input.IsBeforeProbe(",");
    }
}
