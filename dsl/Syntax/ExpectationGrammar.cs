using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>What an example expects.</summary>
internal static class ExpectationGrammar
{
    private static Parser<Named> Subject { get; } =
        Tokens.One(token => token.Kind is Text.TokenKind.Word or Text.TokenKind.Text, Nouns.ProductOrCustomer)
            .Select(Named.Of);

    private static Parser<ExpectedAmount> Amount { get; } = (
        from partner in FactGrammar.PartnerName
        from amount in FactGrammar.SignedAmount
        from subject in Tokens.If(input => input.Token.Is("for"), Tokens.Word("for").Then(_ => Subject))
        select (partner, amount, subject))
        .Located((expected, range) => new ExpectedAmount(expected.partner, expected.amount, expected.subject, range));

    private static Parser<Expectation> Nothing { get; } = Tokens.Word("no").Then(_ => Tokens.Choose(
        "what is not expected",
        ("commission", Tokens.Word("commission").Select(_ => (Expectation)new ExpectNoCommission(default))),
        ("clawback", Tokens.Word("clawback").Select(_ => (Expectation)new ExpectNoClawback(default))),
        ("tier", Tokens.Word("tier").Select(_ => (Expectation)new ExpectTier(null, default)))))
        .Located((expected, range) => expected with { Range = range });

    private static Parser<Expectation> Active { get; } = (
        from _ in Tokens.Word("customer")
        from name in Tokens.If(input => !input.Token.Is("is"), FactGrammar.CustomerName)
        from __ in Tokens.Word("is")
        from not in Tokens.If(input => input.Token.Is("not"), Tokens.Word("not"))
        from ___ in Tokens.Word("active")
        select (name, not)).Located((active, range) => (Expectation)new ExpectActive(active.name, active.not is null, range));

    public static Parser<Expectation> Expect { get; } = Tokens.Word("expect").Then(_ => Tokens.Choose(
        "what is expected",
        ("credit", Tokens.Word("credit").Then(_ => Tokens.List(Amount))
            .Located((amounts, range) => (Expectation)new ExpectAmounts(true, amounts, range))),
        ("commission", Tokens.Word("commission").Then(_ => Tokens.List(Amount))
            .Located((amounts, range) => (Expectation)new ExpectAmounts(false, amounts, range))),
        ("clawback", Tokens.Word("clawback").Then(_ => Tokens.List(Amount))
            .Located((amounts, range) => (Expectation)new ExpectClawback(amounts, range))),
        ("tier", Tokens.Word("tier").Then(_ => Tokens.NamedWord(Nouns.Tier))
            .Located((tier, range) => (Expectation)new ExpectTier(tier, range))),
        ("customer", Active),
        ("no", Nothing),
        ("conflict", Tokens.Word("conflict").Located((_, range) => (Expectation)new ExpectConflict(range))),
        ("refused", Tokens.Word("refused").Located((_, range) => (Expectation)new ExpectRefused(range)))));
}
