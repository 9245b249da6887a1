using System.Collections.Generic;
using System.Linq;
using Sprache;

namespace CrmAddon.Rules.Syntax;

/// <summary>example "name": what is given and what is expected.</summary>
internal static class ExampleGrammar
{
    private static Parser<IReadOnlyList<GivenItem>> Given { get; } =
        from _ in Tokens.Word("given")
        from first in FactGrammar.Item
        from more in Tokens.While(
            input => input.Token.Is("and") || input.Token.Is(","),
            Tokens.One(token => token.Is("and") || token.Is(","), "'and'").Then(_ => FactGrammar.Item),
            "'and' with another fact")
        select (IReadOnlyList<GivenItem>)[.. first, .. more.SelectMany(items => items)];

    public static Parser<RuleSyntax> Rule { get; } = (
        from _ in Tokens.Word("example")
        from name in Tokens.Quoted(Nouns.NewExample)
        from given in Given
        from first in ExpectationGrammar.Expect
        from more in Tokens.While(input => input.Token.Is("expect"), ExpectationGrammar.Expect, "'expect'")
        select (name, given, expected: (IReadOnlyList<Expectation>)[first, .. more]))
        .Located((example, range) => (RuleSyntax)new ExampleSyntax(example.name, example.given, example.expected, range));
}
