using System.Collections.Generic;
using CrmAddon.Rules.Text;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>language 1, and the program line with its clauses.</summary>
internal static class HeaderGrammar
{
    public static Parser<Token> Language { get; } =
        Tokens.Word("language").Then(_ => Tokens.Kind(TokenKind.Number, "the version of the language, 1"));

    private static Parser<(Named Unit, bool HalfEven)?> Rounding { get; } =
        from _ in Tokens.Words("rounding", "to", "the")
        from unit in Tokens.One(token => token.Is("cent") || token.Is("minor"), "'cent' or 'minor unit'")
        from __ in Tokens.If(input => unit.Is("minor"), Tokens.Word("unit"))
        from comma in Tokens.Symbol(",")
        from half in Tokens.Word("half")
        from to in Tokens.One(token => token.Is("even") || token.Is("up"), "'even' or 'up'")
        select ((Named, bool)?)(Named.Of(unit), to.Is("even"));

    private static Parser<(Named Unit, bool HalfEven)?> Remainders { get; } =
        Tokens.Words("remainders", "to", "the", "largest", "share").Select(_ => ((Named, bool)?)null);

    private static Parser<IReadOnlyList<(Named Unit, bool HalfEven)?>> Clauses { get; } = Tokens.While(
        input => input.Token.Is("rounding") || input.Token.Is("remainders"),
        Tokens.Choose("a clause of the program", ("rounding", Rounding), ("remainders", Remainders)),
        "a clause of the program (rounding, remainders)");

    public static Parser<HeaderSyntax> Program { get; } = (
        from _ in Tokens.Word("program")
        from name in Tokens.Quoted("the name of the program in quotation marks")
        from __ in Tokens.Word("in")
        from currency in Tokens.NamedWord(Nouns.Currency)
        from clauses in Clauses
        select (name, currency, clauses)).Located((program, range) =>
        {
            (Named Unit, bool HalfEven)? rounding = null;
            foreach (var clause in program.clauses)
                rounding = clause ?? rounding;
            return new HeaderSyntax(program.name, program.currency, rounding?.Unit, rounding?.HalfEven, range);
        });
}
