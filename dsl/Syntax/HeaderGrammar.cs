using System.Collections.Generic;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>language 1, and the program line with its clauses.</summary>
internal static class HeaderGrammar
{
    public static Parser<Token> Language { get; } =
        Tokens.Word("language").Then(_ => Tokens.Kind(TokenKind.Number, "the version of the language, 1"));

    private static Parser<Clause> Rounding { get; } = (
        from _ in Tokens.Words("rounding", "to", "the")
        from unit in Tokens.One(token => token.Is("cent") || token.Is("minor"), "'cent' or 'minor unit'")
        from __ in unit.Is("minor") ? Tokens.Word("unit") : Parse.Return(unit)
        from comma in Tokens.Symbol(",")
        from half in Tokens.Word("half")
        from to in Tokens.One(token => token.Is("even") || token.Is("up"), "'even' or 'up'")
        select (unit, to)).Located((half, range) => (Clause)new RoundingClause(Named.Of(half.unit), half.to.Is("even"), range));

    private static Parser<Clause> Remainders { get; } =
        Tokens.Words("remainders", "to", "the", "largest", "share").Located((_, range) => (Clause)new RemaindersClause(range));

    private static Parser<Clause> FiscalYear { get; } =
        Tokens.Words("fiscal", "year", "begins", "in").Then(_ => Tokens.NamedWord(Nouns.MonthName))
            .Located((month, range) => (Clause)new FiscalYearClause(month, range));

    private static Parser<IReadOnlyList<Clause>> Clauses { get; } = Tokens.While(
        input => input.Token.Is("rounding") || input.Token.Is("remainders") || input.Token.Is("fiscal"),
        Tokens.Choose("a clause of the program", ("rounding", Rounding), ("remainders", Remainders), ("fiscal", FiscalYear)),
        "a clause of the program (rounding, remainders, fiscal)");

    public static Parser<HeaderSyntax> Program { get; } = (
        from _ in Tokens.Word("program")
        from name in Tokens.Quoted("the name of the program in quotation marks")
        from __ in Tokens.Word("in")
        from currency in Tokens.NamedWord(Nouns.Currency)
        from clauses in Clauses
        select (name, currency, clauses))
        .Located((program, range) => new HeaderSyntax(program.name, program.currency, program.clauses, range));
}
