using System;
using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>Fields that the rule may read at the caret, figures, and the values that what is compared may have.</summary>
internal sealed class FieldOffers(Caret caret, IReadOnlyList<Token> before)
{
    private static readonly (string Phrase, string Needs)[] Figures =
    [
        ("usage", "usage"), ("usage over", "usage"), ("usage growth over", "usage"), ("average usage over", "usage"),
        ("retention over", "retention"),
    ];

    // As programs of partners usually count.
    private static readonly string[] MonthSpans = ["1 month", "3 months", "6 months", "12 months"];
    private static readonly string[] DaySpans = ["30 days", "60 days", "90 days"];
    private static readonly string[] YesOrNo = ["yes", "no"];
    private static readonly string[] Owners = ["deal.", "customer.", "partner."];

    private readonly IReadOnlyList<Scope> scopes = RuleScope.Of(before.Count > 0 ? [.. caret.Rule] : []);

    public IEnumerable<CompletionItem> For(TokenReading offer) => offer.Noun switch
    {
        Nouns.Operand when offer.ComparedWith is { } left => Values(ComparedValue.Of(left, caret, before)),
        Nouns.Operand => [.. Subjects(), .. Readable(_ => true), .. FiguresHere()],
        Nouns.Value when offer.ComparedWith is { } left => Values(ComparedValue.Of(left, caret, before)),
        Nouns.Field when before.Count > 0 && before[0].Is("example") => Stated(),
        Nouns.Field when before.Count > 0 && before[0].Is("field") => NewField(),
        Nouns.Field when before.Count > 0 && before[before.Count - 1].Is("of") => Readable(field => field.Type == FieldType.Date),
        Nouns.Field => Readable(field => field.Type == FieldType.Partner),
        Nouns.MonthCount => MonthSpans.Select(span => Word(span, CompletionKind.Figure)),
        Nouns.DayCount => DaySpans.Select(span => Word(span, CompletionKind.Figure)),
        _ => [],
    };

    private IEnumerable<CompletionItem> Readable(Func<FieldDefinition, bool> accept) => caret.Reading.Vocabulary.Fields
        .Where(field => accept(field) && scopes.Any(scope => scope.Has(field.Path.Split('.')[0])))
        .Select(field => Item(field.Path, field));

    private IEnumerable<CompletionItem> FiguresHere() => Figures
        .Where(figure => scopes.Any(scope => scope.Has(figure.Needs)))
        .Select(figure => Word(figure.Phrase, CompletionKind.Figure, KeywordMeanings.Figure(figure.Phrase)));

    // What is not compared but tested: customer is active, registration is protected.
    private IEnumerable<CompletionItem> Subjects()
    {
        if (scopes.Any(scope => scope.Has("customer")) && !before[0].Is("churn"))
            yield return Word("customer is active", CompletionKind.Keyword, KeywordMeanings.Of("", "active"));
        if (scopes.Any(scope => scope.Has("registration")))
            yield return Word("registration is protected", CompletionKind.Keyword, KeywordMeanings.Of("", "protected"));
        if (scopes.Any(scope => scope.Has("marketplace")))
            yield return Word("marketplace is known", CompletionKind.Keyword, KeywordMeanings.Of("", "marketplace"));
    }

    private IEnumerable<CompletionItem> Values(ComparedValue? left) => left switch
    {
        null => [],
        { Kind: ValueKind.Word, Path: "customer" } => [Word("active", CompletionKind.Keyword, KeywordMeanings.Of("", "active"))],
        { Kind: ValueKind.Word, Path: "registration" } => [Word("protected", CompletionKind.Keyword, KeywordMeanings.Of("", "protected"))],
        { Kind: ValueKind.Choice } => left.Choices.Select(choice => Word(choice, CompletionKind.Choice, null, "choice of " + left.Path)),
        { Kind: ValueKind.YesNo } => YesOrNo.Select(answer => Word(answer, CompletionKind.Choice)),
        { Kind: ValueKind.Partner } when before[0].Is("example") =>
            PartnerNames.In(caret.Reading.Tokens).Distinct()
                .Select(name => Word(PartnerNames.Written(name), CompletionKind.Partner, null, "partner")),
        _ when before[0].Is("example") => [],
        _ => [.. Readable(field => ValueKinds.Of(field.Type) == left.Kind && field.Path != left.Path),
            .. left.Kind == ValueKind.Money ? FiguresHere().Where(figure => !figure.Label.Contains("growth") && !figure.Label.Contains("retention")) : []],
    };

    private IEnumerable<CompletionItem> Stated() =>
        ExampleFields.All(caret.Reading.Vocabulary, before).Select(stated => Item(stated.Name, stated.Field));

    private IEnumerable<CompletionItem> NewField() => before[before.Count - 1].Is("from")
        ? caret.Reading.Vocabulary.Fields.Select(field => field.Table).OfType<string>().Distinct()
            .Select(table => Word(table + ".", CompletionKind.Field, null, "table"))
        : Owners.Select(owner => Word(owner, CompletionKind.Field));

    private CompletionItem Item(string label, FieldDefinition field) => new()
    {
        Label = label,
        Kind = CompletionKind.Field,
        InsertText = label,
        Range = caret.Range,
        Detail = FieldMeanings.TypeOf(field),
        Documentation = FieldMeanings.Described(field),
    };

    private CompletionItem Word(string label, CompletionKind kind, string? documentation = null, string? detail = null) =>
        new() { Label = label, Kind = kind, InsertText = label, Range = caret.Range, Documentation = documentation, Detail = detail };
}
