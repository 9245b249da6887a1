using System;
using System.Collections.Generic;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>What an example gives: the facts of a case in the words of the language.</summary>
internal static class FactGrammar
{
    private static readonly Dictionary<string, Func<TokenInput, bool>> Begins = new()
    {
        ["deal"] = input => !input.Next.Is("."),
        ["won"] = input => input.Next.Is("deal"),
        ["customer"] = input => !input.Next.Is("."),
        ["partner"] = input => !input.Next.Is("."),
        ["own"] = input => input.Next.Is("shares"),
        ["month"] = input => input.Next.Kind == TokenKind.Month,
        ["registration"] = input => input.Next.Is("protected"),
        ["usage"] = input => !input.Next.Is("."),
        ["average"] = input => input.Next.Is("usage"),
        ["retention"] = input => input.Next.Is("over"),
    };

    public static Parser<Named> PartnerName { get; } = Name(Nouns.Partner);

    public static Parser<Named> CustomerName { get; } = Name(Nouns.Customer);

    public static Parser<decimal> SignedAmount { get; } =
        from sign in Tokens.If(input => input.Token.Is("-"), Tokens.Symbol("-"))
        from number in Tokens.Kind(TokenKind.Number, "an amount such as 10,000")
        select sign is null ? number.Number : -number.Number;

    private static Parser<IReadOnlyList<GivenItem>> Deal { get; } = (
        from won in Tokens.If(input => input.Token.Is("won"), Tokens.Word("won"))
        from _ in Tokens.Word("deal")
        from day in Tokens.If(input => input.Token.Is("on"), Tokens.Word("on").Then(_ => CommonGrammar.Date).Select(date => (object)date))
        select (won, day))
        .Located((deal, range) => (GivenItem)new GivenDeal(deal.won is not null, (DateTime?)deal.day, range)).WithFirstFact();

    private static Parser<Month> InMonth { get; } =
        Tokens.Word("in").Then(_ => Tokens.Kind(TokenKind.Month, "a month such as 2026-03")).Select(token => Month.Of(token.Day));

    private static Parser<IReadOnlyList<GivenItem>> Customer { get; } = (
        from _ in Tokens.Word("customer")
        from name in Tokens.If(IsName, CustomerName)
        from churns in Tokens.If(
            input => input.Token.Is("churns"), Tokens.Word("churns").Then(_ => InMonth).Select(month => (object)month))
        select (name, churns)).Located((customer, range) => customer.churns is Month month
            ? (GivenItem)new GivenChurn(customer.name, month, range)
            : new GivenCustomer(customer.name, range)).WithFirstFact();

    private static Parser<IReadOnlyList<GivenItem>> TierPartner { get; } = (
        from _ in Tokens.Word("partner")
        from name in Tokens.If(IsName, PartnerName)
        select name).Located((name, range) => (GivenItem)new GivenTierPartner(name, range)).WithFirstFact();

    private static Parser<GivenItem> Active { get; } = (
        from name in CustomerName
        from _ in Tokens.Word("active")
        from month in InMonth
        select (name, month)).Located((active, range) => (GivenItem)new GivenActive(active.name, active.month, range));

    private static Parser<GivenItem> Booked { get; } = (
        from partner in PartnerName
        from _ in Tokens.Word("booked")
        from amount in SignedAmount
        from __ in Tokens.Word("on")
        from measure in SignedAmount
        from credited in Tokens.If(
            input => input.Token.Is("credited"), Tokens.Word("credited").Then(_ => SignedAmount).Select(number => (object)number))
        from product in Tokens.If(input => input.Token.Is("of"), Tokens.Word("of").Then(_ => Name(Nouns.Product)))
        from role in Tokens.If(input => input.Token.Is("as"), Tokens.Word("as").Then(_ => CommonGrammar.Role))
        from customer in Tokens.If(input => input.Token.Is("for"), Tokens.Word("for").Then(_ => CustomerName))
        from ___ in Tokens.Word("from")
        from rule in Tokens.Quoted(Nouns.CommissionRule)
        select (partner, amount, measure, credited, product, role, customer, rule))
        .Located((booked, range) => (GivenItem)new GivenBooked(
            booked.partner, booked.amount, booked.measure, (decimal?)booked.credited, booked.product, booked.role, booked.customer,
            booked.rule, range));

    private static Parser<GivenOwnShare> OwnShare { get; } = (
        from partner in PartnerName
        from rate in CommonGrammar.Percent
        from role in Tokens.If(input => input.Token.Is("as"), Tokens.Word("as").Then(_ => CommonGrammar.Role))
        select (partner, rate, role)).Located((share, range) => new GivenOwnShare(share.partner, share.rate, share.role, range));

    private static Parser<GivenItem> OwnShares { get; } = (
        from _ in Tokens.Words("own", "shares")
        from first in OwnShare
        from more in Tokens.While(input => !input.Token.Is("because") && IsName(input), OwnShare)
        from because in Tokens.Word("because")
        from reason in Tokens.Quoted("the reason in quotation marks")
        select (shares: (IReadOnlyList<GivenOwnShare>)[first, .. more], reason))
        .Located((own, range) => (GivenItem)new GivenOwnShares(own.shares, own.reason, range));

    private static Parser<GivenItem> JudgedMonth { get; } =
        Tokens.Word("month").Then(_ => Tokens.Kind(TokenKind.Month, "a month such as 2026-03"))
            .Located((month, range) => (GivenItem)new GivenMonth(Month.Of(month.Day), range));

    private static Parser<GivenItem> Registration { get; } =
        Tokens.Words("registration", "protected", "for").Then(_ => PartnerName)
            .Located((partner, range) => (GivenItem)new GivenRegistration(partner, range));

    private static Parser<GivenItem> Usage { get; } = (
        from figure in OperandGrammar.Figure
        from month in Tokens.If(input => input.Token.Is("in"), InMonth.Select(month => (object)month))
        from value in UsageValue
        select (figure, month, value)).Located((usage, range) => (GivenItem)new GivenUsage(
            (UsageExpression)usage.figure, (Month?)usage.month, usage.value, range));

    private static Parser<GivenItem> ProductUsage { get; } = (
        from _ in Tokens.Words("usage", "of")
        from product in Name(Nouns.Product)
        from month in Tokens.If(input => input.Token.Is("in"), InMonth.Select(month => (object)month))
        from value in SignedAmount
        select (product, month, value)).Located((usage, range) => (GivenItem)new GivenProductUsage(
            usage.product, (Month?)usage.month, usage.value, range));

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
        from customer in Tokens.If(input => input.Token.Is("at"), Tokens.Word("at").Then(_ => CustomerName))
        select (name, role, alone, weight, engaged, customer)).Located((given, range) => (GivenItem)new GivenPartner(
            given.name, given.role, given.alone is not null, given.weight?.Number, (DateTime?)given.engaged, given.customer, range));

    private static Parser<GivenItem> Fact { get; } = (
        from field in OperandGrammar.Field
        from value in ConditionGrammar.ComparedWith(field, input => OperandGrammar.Literal(input))
        select (field, value)).Located((fact, range) => (GivenItem)new GivenField((NameExpression)fact.field, fact.value, range));

    public static Parser<IReadOnlyList<GivenItem>> Item { get; } = input =>
    {
        var here = (TokenInput)input;
        if (here.Next.Is("booked") && (here.Second.Kind == TokenKind.Number || here.Second.Is("-")))
            return Booked.Select(One)(input);
        if (here.Next.Is("active") && here.Second.Is("in"))
            return Active.Select(One)(input);
        if (here.Token.Kind == TokenKind.Text || here.Next.Is("as"))
            return Partner.Select(One)(input);
        here.Offer("deal", "won deal", "month", "customer", "partner", "registration protected for", "own shares",
            "usage", "usage of", "average usage over", "retention over");
        here.OfferNoun(Nouns.Partner);
        var begins = here.Token.Kind == TokenKind.Word && Begins.TryGetValue(here.Token.Text, out var test) && test(here);
        return (begins ? here.Token.Text : "") switch
        {
            "deal" or "won" => Deal(input),
            "customer" => Customer(input),
            "partner" => TierPartner(input),
            "own" => OwnShares.Select(One)(input),
            "month" => JudgedMonth.Select(One)(input),
            "registration" => Registration.Select(One)(input),
            "usage" when here.Next.Is("of") => ProductUsage.Select(One)(input),
            "usage" or "average" or "retention" => Usage.Select(One)(input),
            _ => Fact.Select(One)(input),
        };
    };

    private static Parser<Named> Name(string noun) =>
        Tokens.One(token => token.Kind is TokenKind.Word or TokenKind.Text, noun).Select(Named.Of);

    // Whether a name stands here, or what follows where the name is left out.
    private static bool IsName(TokenInput input) => input.Token.Kind == TokenKind.Text
        || (input.Token.Kind == TokenKind.Word && input.Token.Text is not ("with" or "and" or "churns" or "expect" or "because"));

    private static IReadOnlyList<GivenItem> One(GivenItem item) => [item];

    /// <summary>A subject may be followed by its first fact: deal with amount 50,000.</summary>
    private static Parser<IReadOnlyList<GivenItem>> WithFirstFact(this Parser<GivenItem> subject) =>
        from item in subject
        from first in Tokens.If(
            input => input.Token.Is("with"), Tokens.Word("with").Then(_ => (Parser<IReadOnlyList<GivenItem>>)(input => Item(input))))
        select (IReadOnlyList<GivenItem>)[item, .. first ?? []];
}
