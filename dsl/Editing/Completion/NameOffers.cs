using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Money;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>The names that could stand where the grammar reads one: roles, rules, partners, currencies; fields by <see cref="FieldOffers"/>.</summary>
internal sealed class NameOffers(Caret caret, IReadOnlyList<Token> before)
{
    private static readonly string[] CommonCurrencies = ["USD", "EUR", "GBP", "JPY", "CHF", "CAD", "AUD", "INR"];

    private readonly FieldOffers fields = new(caret, before);

    public IEnumerable<CompletionItem> For(TokenReading offer) => caret.InQuotes
        ? offer.Noun switch
        {
            Nouns.CreditRule => Rules("credit"),
            Nouns.CommissionRule => Rules("commission"),
            Nouns.Partner => Partners(),
            _ => [],
        }
        : offer.Noun switch
        {
            Nouns.Role => Roles(),
            Nouns.CreditRule => Rules("credit"),
            Nouns.CommissionRule => Rules("commission"),
            Nouns.Partner => Partners(),
            Nouns.NewTier or Nouns.Tier => Tiers(),
            Nouns.Customer => Named("customer"),
            Nouns.Product => Named("product"),
            Nouns.ProductOrCustomer => [.. Named("product"), .. Named("customer")],
            Nouns.MonthName => HeaderPass.MonthNames.Select(month => Item(month, CompletionKind.Choice)),
            Nouns.Currency => CommonCurrencies.Concat(Currencies.Codes).Select(code => Item(code, CompletionKind.Currency)),
            _ => fields.For(offer),
        };

    private IEnumerable<CompletionItem> Roles()
    {
        var taken = before.Count > 0 && before[0].Is("example") ? [] : InThisClause();
        return caret.Reading.Context.Roles.Where(role => !taken.Contains(role)).Select(role => Item(role, CompletionKind.Role, "role"));
    }

    private IEnumerable<CompletionItem> Rules(string kind)
    {
        var taken = InThisClause();
        var own = before.Count > 1 && before[0].Is(kind) ? before[1].Text : null;
        return caret.Reading.Names.Defined(kind).Where(name => name != own && !taken.Contains(name))
            .Select(name => Item("\"" + name + "\"", CompletionKind.Rule, kind + " rule"));
    }

    // Those of this example first: who is expected to get something is given before.
    private IEnumerable<CompletionItem> Partners()
    {
        var expects = before.Any(token => token.Is("expect"));
        HashSet<string> here = [.. PartnerNames.In(before)];
        var offered = expects ? here : PartnerNames.In(caret.Reading.Tokens).Where(name => !here.Contains(name));
        foreach (var name in offered.Distinct())
            yield return Item(PartnerNames.Written(name), CompletionKind.Partner, "partner");
        if (expects && before.Any(token => token.Is("credit")))
            yield return Item("house", CompletionKind.Partner, "what no partner is credited with");
    }

    private IEnumerable<CompletionItem> Named(string kind) => caret.Reading.Names.Places
        .Where(place => place.Kind == kind).Select(place => place.Name).Distinct()
        .Select(name => Item(PartnerNames.Written(name), CompletionKind.Partner, kind));

    private IEnumerable<CompletionItem> Tiers() =>
        caret.Reading.Vocabulary.TryFind("partner.tier")?.Choices.Select(tier => Item(tier, CompletionKind.Choice, "tier")) ?? [];

    private HashSet<string> InThisClause()
    {
        var clause = before.Count - 1;
        while (clause > 0 && !(before[clause].StartsLine && before[clause].Kind == TokenKind.Word && ReservedWords.All.Contains(before[clause].Text)))
            clause--;
        return [.. before.Skip(clause).Select(token => token.Text)];
    }

    private CompletionItem Item(string label, CompletionKind kind, string? detail = null) =>
        new() { Label = label, Kind = kind, InsertText = label, Range = caret.Range, Detail = detail };
}
