using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Every place of a text that names something, by what the grammar took its tokens for.</summary>
internal sealed class NameIndex
{
    private readonly Lazy<IReadOnlyList<NamePlace>> places;
    private readonly Lazy<HashSet<string>> customers;
    private readonly DocumentReading reading;

    public NameIndex(DocumentReading reading)
    {
        this.reading = reading;
        customers = new Lazy<HashSet<string>>(() => [.. Enumerable.Range(0, reading.Tokens.Count)
            .Where(i => reading.Log[i].Noun == Nouns.Customer).Select(i => reading.Tokens[i].Text)]);
        places = new Lazy<IReadOnlyList<NamePlace>>(Find);
    }

    public IReadOnlyList<NamePlace> Places => places.Value;

    public IEnumerable<string> Defined(string kind) =>
        Places.Where(place => place.Kind == kind && place.IsDefinition).Select(place => place.Name).Distinct();

    /// <summary>What is named at an offset; null where nothing is.</summary>
    public NamePlace? At(int offset) => Places.FirstOrDefault(
        place => place.Range.Offset - (place.IsQuoted ? 1 : 0) <= offset && offset <= place.Range.Offset + place.Range.Length);

    public IReadOnlyList<TextRange> Definitions(int offset) =>
        [.. Uses(offset).Where(use => use.IsDefinition).Select(use => use.Range)];

    public IReadOnlyList<NameUse> Uses(int offset) =>
        At(offset) is { } place ? [.. Same(place).Select(same => new NameUse(same.Range, same.IsDefinition))] : [];

    public IEnumerable<NamePlace> Same(NamePlace place) => Places.Where(other => other.Kind == place.Kind && other.Name == place.Name);

    private List<NamePlace> Find()
    {
        var found = new List<NamePlace>();
        foreach (var rule in reading.Log.Rules)
        {
            for (var i = rule.Start; i < rule.End; i++)
            {
                if (Read(rule, i) is { } place)
                    found.Add(place);
            }
        }
        return found;
    }

    private NamePlace? Read(RulePlace rule, int i) => reading.Log[i] switch
    {
        { Noun: Nouns.NewRule } => Place(rule.Kind, i, true),
        { Noun: Nouns.NewExample } => Place("example", i, true),
        { Noun: Nouns.NewTier } => Place("tier", i, true),
        { Noun: Nouns.Tier } => Place("tier", i, false),
        { Noun: Nouns.Customer } => Place("customer", i, reading.Tokens[i - 1].Is("customer")),
        { Noun: Nouns.Product } => Place("product", i, false),
        { Noun: Nouns.ProductOrCustomer } => Place(customers.Value.Contains(reading.Tokens[i].Text) ? "customer" : "product", i, false),
        { Noun: Nouns.NewRole } => Place("role", i, true),
        { Noun: Nouns.Role } => Place("role", i, false),
        { Noun: Nouns.CreditRule } => Place("credit", i, false),
        { Noun: Nouns.CommissionRule } => Place("commission", i, false),
        { Noun: Nouns.Partner } when reading.Tokens[i].Text != "house" => Place("partner", i, reading.Tokens[i + 1].Is("as")),
        { Noun: Nouns.Value, ComparedWith: NameExpression field } when IsPartner(rule, i, field) => Place("partner", i, false),
        { Noun: Nouns.Field } => Field(rule, i),
        _ => null,
    };

    private NamePlace Place(string kind, int token, bool isDefinition)
    {
        var read = reading.Tokens[token];
        var quoted = read.Kind == TokenKind.Text;
        var range = quoted ? reading.Lines.Range(read.Range.Offset + 1, read.Text.Length) : read.Range;
        return new NamePlace(kind, read.Text, range, isDefinition, quoted);
    }

    private bool IsPartner(RulePlace rule, int token, NameExpression field)
    {
        var example = reading.Slice(rule.Start, token);
        var found = field.IsSingleWord ? ExampleFields.Find(reading.Vocabulary, example, field.Path) : reading.Vocabulary.TryFind(field.Path);
        return found?.Type == FieldType.Partner;
    }

    // A field of the program's own is defined by its rule; the column that it is read from is no field.
    private NamePlace? Field(RulePlace rule, int token)
    {
        var path = reading.PathAt(token);
        if (path.First != token || path.Last == token || (rule.Kind == "field" && reading.Tokens[token - 1].Is("from")))
            return null;
        var range = reading.Tokens[path.First].Range.To(reading.Tokens[path.Last].Range);
        return new NamePlace("field", reading.PathText(path), range, rule.Kind == "field", false);
    }
}
