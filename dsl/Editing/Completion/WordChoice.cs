using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Which of the words that the grammar could read make sense: types decide, and there is one way to say each thing.</summary>
internal static class WordChoice
{
    private static readonly string[] Synonyms = ["leave", "shared", "give", "refuse", "credited"];

    public static IEnumerable<string> Among(IReadOnlyList<string> words, TokenReading offer, IReadOnlyList<Token> before, Caret caret)
    {
        var left = offer.ComparedWith is { } compared ? ComparedValue.Of(compared, caret, before) : null;
        return words.Where(word => !Synonyms.Contains(word) && word switch
        {
            "<" or "<=" or ">" or ">=" => left is null || left.Kind.IsQuantity(),
            "is" => left is null || left.Kind != ValueKind.Word || left.Path is not null,
            "known" or "missing" => left is null || left.MayBeMissing,
            "one of" => left is null || left.Kind is ValueKind.Choice or ValueKind.Text or ValueKind.Number,
            "days" or "months" when offer.Noun == Nouns.UnitOfTime => left is not null && left.Kind is ValueKind.Days or ValueKind.Months or ValueKind.Date,
            "of" => left is null || left.Kind != ValueKind.Percent,
            "on" => !before.Any(token => token.Is("once")),
            "," => !(before.Count > 1 && before[before.Count - 2].Is("every")),
            "per" or "across" when before.Any(token => token.Is("once")) => word == "per",
            "product" => !before.Any(token => token.Is("once")),
            "amount" or "credited amount" => !before.Any(token => token.Is("every")),
            "usage" or "credited usage" or "average usage over" or "usage of" => !before.Any(token => token.Is("once")) && !IsExampleWith(before, "deal"),
            "deal" or "customer" when before.Count > 0 && before[before.Count - 1].Is("per") =>
                before.Any(token => token.Is("once")) == (word == "deal"),
            "deal" or "won deal" => !IsExampleWith(before, "deal", "month"),
            // A month may have several customers; a deal has one.
            "customer" => !before[before.Count - 1].Is("with") && !(IsExampleWith(before, "customer") && IsExampleWith(before, "deal")),
            "month" when offer.Noun == "'month'" => !IsExampleWith(before, "month", "deal"),
            "own shares" => IsExampleWith(before, "deal"),
            "partner" when offer.Noun == "'partner'" => !IsExampleWith(before, "deal", "customer", "partner"),
            "retention over" => IsExampleWith(before, "partner"),
            "registration protected for" => !IsExampleWith(before, "protected", "month"),
            _ => true,
        });
    }

    // A subject that an example has stated is not stated again.
    private static bool IsExampleWith(IReadOnlyList<Token> before, params string[] words) =>
        before.Count > 0 && before[0].Is("example") && before.Any(token => words.Any(token.Is));
}
