using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>example "name": what is given and what is expected.</summary>
internal static class ExampleGrammar
{
    private static readonly Dictionary<string, Func<TokenInput, bool>> Begins = new()
    {
        ["deal"] = input => !input.Next.Is("."),
        ["won"] = input => input.Next.Is("deal"),
        ["customer"] = input => !input.Next.Is("."),
        ["month"] = input => input.Next.Kind == TokenKind.Month,
        ["registration"] = input => input.Next.Is("protected"),
        ["usage"] = input => !input.Next.Is("."),
        ["average"] = input => input.Next.Is("usage"),
    };

    private static Parser<Named> PartnerName { get; } =
        Tokens.One(token => token.Kind is TokenKind.Word or TokenKind.Text, Nouns.Partner).Select(Named.Of);

    private static Parser<decimal> SignedAmount { get; } =
        from sign in Tokens.If(input => input.Token.Is("-"), Tokens.Symbol("-"))
        from number in Tokens.Kind(TokenKind.Number, "an amount such as 10,000")
        select sign is null ? number.Number : -number.Number;

    private static Parser<IReadOnlyList<GivenItem>> Deal { get; } = (
        from won in Tokens.If(input => input.Token.Is("won"), Tokens.Word("won"))
        from _ in Tokens.Word("deal")
        from day in Tokens.If(input => input.Token.Is("on"), Tokens.Word("on").Then(_ => CommonGrammar.Date).Select(date => (object)date))
        select (won, day))
        .Located((deal, range) => (GivenItem)new GivenDeal(deal.won is not null, (DateTime?)deal.day, range)).WithFirstFact();

    private static Parser<IReadOnlyList<GivenItem>> Customer { get; } =
        Tokens.Word("customer").Select(word => (GivenItem)new GivenCustomer(word.Range)).WithFirstFact();

    private static Parser<GivenItem> JudgedMonth { get; } =
        Tokens.Word("month").Then(_ => Tokens.Kind(TokenKind.Month, "a month such as 2026-03"))
            .Located((month, range) => (GivenItem)new GivenMonth(Month.Of(month.Day), range));

    private static Parser<GivenItem> Registration { get; } =
        Tokens.Words("registration", "protected", "for").Then(_ => PartnerName)
            .Located((partner, range) => (GivenItem)new GivenRegistration(partner, range));

    private static Parser<GivenItem> Usage { get; } = (
        from figure in OperandGrammar.Figure
        from month in Tokens.If(
            input => input.Token.Is("in"), Tokens.Word("in").Then(_ => Tokens.Kind(TokenKind.Month, "a month such as 2026-03")))
        from value in UsageValue
        select (figure, month, value)).Located((usage, range) => (GivenItem)new GivenUsage(
            (UsageExpression)usage.figure, usage.month is null ? null : Month.Of(usage.month.Day), usage.value, range));

    private static Parser<decimal?> UsageValue { get; } =
        from sign in Tokens.If(input => input.Token.Is("-"), Tokens.Symbol("-"))
        from value in Tokens.One(
            token => token.Kind is TokenKind.Number or TokenKind.Percent || token.Is("unknown"), "an amount, a percentage or 'unknown'")
        select value.Is("unknown") ? null : sign is null ? value.Number : (decimal?)-value.Number;

    private static Parser<GivenItem> Partner { get; } = (
        from name in PartnerName
        from _ in Tokens.Word("as")
        from role in CommonGrammar.Role
        from alone in Tokens.If(input => input.Token.Is("alone"), Tokens.Word("alone"))
        from weight in Tokens.If(
            input => input.Token.Is("weight"), Tokens.Word("weight").Then(_ => Tokens.Kind(TokenKind.Number, "a weight")))
        from engaged in Tokens.If(
            input => input.Token.Is("engaged"), Tokens.Word("engaged").Then(_ => CommonGrammar.Date).Select(day => (object)day))
        select (name, role, alone, weight, engaged)).Located((given, range) => (GivenItem)new GivenPartner(
            given.name, given.role, given.alone is not null, given.weight?.Number, (DateTime?)given.engaged, range));

    private static Parser<GivenItem> Fact { get; } = (
        from field in OperandGrammar.Field
        from value in ConditionGrammar.ComparedWith(field, input => OperandGrammar.Literal(input))
        select (field, value)).Located((fact, range) => (GivenItem)new GivenField((NameExpression)fact.field, fact.value, range));

    private static Parser<IReadOnlyList<GivenItem>> Item { get; } = input =>
    {
        var here = (TokenInput)input;
        if (here.Token.Kind == TokenKind.Text || here.Next.Is("as"))
            return Partner.Select(One)(input);
        here.Offer("deal", "won deal", "month", "customer", "registration protected for", "usage", "average usage over");
        here.OfferNoun(Nouns.Partner);
        var begins = here.Token.Kind == TokenKind.Word && Begins.TryGetValue(here.Token.Text, out var test) && test(here);
        return (begins ? here.Token.Text : "") switch
        {
            "deal" or "won" => Deal(input),
            "customer" => Customer(input),
            "month" => JudgedMonth.Select(One)(input),
            "registration" => Registration.Select(One)(input),
            "usage" or "average" => Usage.Select(One)(input),
            _ => Fact.Select(One)(input),
        };
    };

    private static Parser<IReadOnlyList<GivenItem>> Given { get; } =
        from _ in Tokens.Word("given")
        from first in Item
        from more in Tokens.While(
            input => input.Token.Is("and") || input.Token.Is(","),
            Tokens.One(token => token.Is("and") || token.Is(","), "'and'").Then(_ => Item),
            "'and' with another fact")
        select (IReadOnlyList<GivenItem>)[.. first, .. more.SelectMany(items => items)];

    private static Parser<ExpectedAmount> ExpectedAmount { get; } = (
        from partner in PartnerName
        from amount in SignedAmount
        select (partner, amount)).Located((expected, range) => new ExpectedAmount(expected.partner, expected.amount, range));

    private static Parser<Expectation> Expect { get; } = Tokens.Word("expect").Then(_ => Tokens.Choose(
        "what is expected",
        ("credit", Tokens.Word("credit").Then(_ => Tokens.List(ExpectedAmount))
            .Located((amounts, range) => (Expectation)new ExpectAmounts(true, amounts, range))),
        ("commission", Tokens.Word("commission").Then(_ => Tokens.List(ExpectedAmount))
            .Located((amounts, range) => (Expectation)new ExpectAmounts(false, amounts, range))),
        ("no", Tokens.Words("no", "commission").Located((_, range) => (Expectation)new ExpectNoCommission(range))),
        ("conflict", Tokens.Word("conflict").Located((_, range) => (Expectation)new ExpectConflict(range))),
        ("refused", Tokens.Word("refused").Located((_, range) => (Expectation)new ExpectRefused(range)))));

    public static Parser<RuleSyntax> Rule { get; } = (
        from _ in Tokens.Word("example")
        from name in Tokens.Quoted(Nouns.NewExample)
        from given in Given
        from first in Expect
        from more in Tokens.While(input => input.Token.Is("expect"), Expect, "'expect'")
        select (name, given, expected: (IReadOnlyList<Expectation>)[first, .. more]))
        .Located((example, range) => (RuleSyntax)new ExampleSyntax(example.name, example.given, example.expected, range));

    private static IReadOnlyList<GivenItem> One(GivenItem item) => [item];

    /// <summary>A subject may be followed by its first fact: deal with amount 50,000.</summary>
    private static Parser<IReadOnlyList<GivenItem>> WithFirstFact(this Parser<GivenItem> subject) =>
        from item in subject
        from first in Tokens.If(
            input => input.Token.Is("with"), Tokens.Word("with").Then(_ => (Parser<IReadOnlyList<GivenItem>>)(input => Item(input))))
        select (IReadOnlyList<GivenItem>)[item, .. first ?? []];
}
