using System.Collections.Generic;
using System.Linq;
using CrmAddon.Rules.Checking;
using CrmAddon.Rules.Syntax;
using CrmAddon.Rules.Text;

namespace CrmAddon.Rules.Editing;

/// <summary>What stands on the left of a comparison: its type says what makes sense on the right.</summary>
internal sealed record ComparedValue(ValueKind Kind, string? Path, IReadOnlyList<string> Choices, bool MayBeMissing)
{
    /// <summary>The value; null where it can't be told.</summary>
    public static ComparedValue? Of(Expression expression, Caret caret, IReadOnlyList<Token> before) => expression switch
    {
        NameExpression { IsSingleWord: true } name when before.Count > 0 && before[0].Is("example") =>
            ExampleFields.Find(caret.Reading.Vocabulary, before, name.Path) is { } field ? Of(field) : null,
        NameExpression { IsSingleWord: true } name => new ComparedValue(ValueKind.Word, name.Path, [], false),
        NameExpression name => caret.Reading.Vocabulary.TryFind(name.Path) is { } field ? Of(field) : null,
        UsageExpression figure => new ComparedValue(
            figure.Figure is UsageFigure.Total or UsageFigure.Average ? ValueKind.Money : ValueKind.Percent,
            null, [], figure.Figure != UsageFigure.Total || figure.Months > 1),
        NumberExpression number => new ComparedValue(number.Currency is null ? ValueKind.Number : ValueKind.Money, null, [], false),
        PercentExpression => new ComparedValue(ValueKind.Percent, null, [], false),
        DateExpression => new ComparedValue(ValueKind.Date, null, [], false),
        DurationExpression duration => new ComparedValue(duration.InMonths ? ValueKind.Months : ValueKind.Days, null, [], false),
        NegativeExpression negative => Of(negative.Inner, caret, before),
        PartOfExpression part => Of(part.Whole, caret, before),
        ChainExpression chain => OfChain(chain, caret, before),
        _ => null,
    };

    private static ComparedValue Of(FieldDefinition field) =>
        new(ValueKinds.Of(field.Type), field.Path, field.Choices, field.MayBeMissing);

    // A day less a day is a number of days.
    private static ComparedValue? OfChain(ChainExpression chain, Caret caret, IReadOnlyList<Token> before)
    {
        var first = Of(chain.First, caret, before);
        var isSpan = first?.Kind == ValueKind.Date && chain.Rest.Any(
            part => part.Operator == "-" && Of(part.Operand, caret, before)?.Kind == ValueKind.Date);
        return first is null ? null : first with { Kind = isSpan ? ValueKind.Days : first.Kind, Path = null, MayBeMissing = false };
    }
}
